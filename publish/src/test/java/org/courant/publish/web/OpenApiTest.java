package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.courant.publish.Entries;
import org.courant.publish.Library;
import org.courant.publish.Stories;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SourceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of the API says what the API does. */
final class OpenApiTest {
    private final DigestTables tables = Entries.digest(Entries.entry("arxiv:1").build());
    private final TestWeb web = new TestWeb(tables);
    private final JsonNode document = web.json("/openapi.json");

    OpenApiTest() {
        tables.putSource(
                "a",
                Library.status(
                        "a",
                        SourceKind.ARXIV,
                        SourceState.FRESH,
                        "",
                        Stories.MORNING,
                        Stories.MORNING.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void everyRouteForProgramsIsDescribedAndNothingElse() {
        Set<String> routes = new TreeSet<>(Set.of(StreamRoute.PATH));
        Javalin.create(config -> {
            new ApiRoutes(() -> tables).addTo(config.routes);
            new FeedRoutes(() -> tables, Optional.empty()).addTo(config.routes);
            new OpenApiRoute().addTo(config.routes);
            config.unsafe.internalRouter.allHttpHandlers().stream()
                    .map(handler -> handler.endpoint)
                    .filter(endpoint -> endpoint.method.equals(HandlerType.GET))
                    .forEach(endpoint ->
                            routes.add(endpoint.path.replace('<', '{').replace('>', '}')));
        });
        // One route serves all formats of a feed, and tells the whole digest from a section by its name.
        Set<String> described = document.get("paths").properties().stream()
                .map(path -> path.getKey()
                        .replaceAll("^/feeds/kinds/.*", "/feeds/kinds/{file}")
                        .replaceAll("^/feeds/[^/]+$", "/feeds/{file}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(routes);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/entries, /api/entries",
        "/api/entries?q=title, /api/entries",
        "/api/entries/arxiv:1, /api/entries/{id}",
        "/api/editions, /api/editions",
        "/api/editions/2026-06-24, /api/editions/{date}",
        "/api/sections, /api/sections",
        "/api/sources, /api/sources"
    })
    void answersHaveTheFieldsThatAreDescribed(String path, String described) {
        JsonNode schema = document.at(
                "/paths/" + described.replace("/", "~1") + "/get/responses/200/content/application~1json/schema");
        List<String> differences = new ArrayList<>();
        compare(path, web.json(path), schema, differences);
        assertThat(differences).isEmpty();
    }

    @Test
    void problemsHaveTheFieldsThatAreDescribed() {
        List<String> differences = new ArrayList<>();
        compare("problem", web.json("/api/entries/none"), document.at("/components/schemas/Problem"), differences);
        assertThat(differences).isEmpty();
    }

    private void compare(String at, JsonNode value, JsonNode schema, List<String> differences) {
        JsonNode resolved = resolve(schema);
        if (value.isObject() && resolved.has("properties")) {
            Set<String> fields = new HashSet<>();
            value.fieldNames().forEachRemaining(fields::add);
            Set<String> described = new HashSet<>();
            resolved.get("properties").fieldNames().forEachRemaining(described::add);
            if (!fields.equals(described)) {
                differences.add(at + " has " + fields + ", described are " + described);
            }
            fields.stream()
                    .filter(described::contains)
                    .forEach(field -> compare(
                            at + "." + field,
                            value.get(field),
                            resolved.get("properties").get(field),
                            differences));
        } else if (value.isArray()) {
            value.forEach(item -> compare(at + "[]", item, resolved.get("items"), differences));
        } else if (!value.isNull() && !resolved.path("type").toString().contains(type(value))) {
            differences.add(at + " is " + value + ", described is " + resolved);
        }
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode first = schema.has("oneOf") ? schema.get("oneOf").get(0) : schema;
        return first.has("$ref") ? document.at(first.get("$ref").asText().substring(1)) : first;
    }

    private static String type(JsonNode value) {
        return value.isTextual()
                ? "string"
                : value.isBoolean() ? "boolean" : value.isIntegralNumber() ? "integer" : "number";
    }
}
