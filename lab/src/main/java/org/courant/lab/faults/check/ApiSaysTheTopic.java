package org.courant.lab.faults.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.ApiAnswer;

/** Each publish process lists under {@code /api/entries} just the entries of the topic, once each, field by field. */
final class ApiSaysTheTopic implements Invariant {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "api-says-the-topic";
    }

    @Override
    public List<Violation> violations(Run run) {
        Map<String, List<ApiAnswer>> byServer = new LinkedHashMap<>();
        run.history().answers().stream()
                .filter(answer ->
                        answer.path().equals("/api/entries") || answer.path().startsWith("/api/entries?"))
                .forEach(answer -> byServer.computeIfAbsent(answer.server(), server -> new ArrayList<>())
                        .add(answer));
        Map<String, KeyedRecord> table =
                run.faulty().table(run.topics().digestEntries().name());
        List<Violation> found = new ArrayList<>();
        byServer.forEach((server, answers) -> judge(server, answers, new HashMap<>(table), found));
        return found;
    }

    private void judge(
            String server, List<ApiAnswer> answers, Map<String, KeyedRecord> unlisted, List<Violation> found) {
        for (ApiAnswer answer : answers) {
            for (JsonNode entry : items(answer, found)) {
                String id = entry.path("entryId").asText();
                KeyedRecord record = unlisted.remove(id);
                String place = server + answer.path() + " entry '" + id + "'";
                if (record == null) {
                    found.add(new Violation(
                            Kind.INVENTED,
                            name(),
                            place,
                            "listed twice, or no entry of the topic of committed records"));
                } else {
                    EntryJson.difference(entry, Objects.requireNonNull(record.value()))
                            .ifPresent(field -> found.add(new Violation(
                                    Kind.DIFFERENT,
                                    name(),
                                    place,
                                    "'" + field + "' is not that of " + record.place())));
                }
            }
        }
        unlisted.values().stream()
                .filter(record -> record.value() != null)
                .forEach(record ->
                        found.add(new Violation(Kind.LOST, name(), record.place(), server + " does not list it")));
    }

    private JsonNode items(ApiAnswer answer, List<Violation> found) {
        try {
            if (answer.status() == 200) {
                return JSON.readTree(answer.body()).path("items");
            }
        } catch (JsonProcessingException broken) {
            found.add(new Violation(
                    Kind.DIFFERENT,
                    name(),
                    answer.server() + answer.path(),
                    "no JSON: " + broken.getOriginalMessage()));
            return JSON.createArrayNode();
        }
        found.add(new Violation(Kind.HUNG, name(), answer.server() + answer.path(), "status " + answer.status()));
        return JSON.createArrayNode();
    }
}
