package org.courant.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The API of a publish process, as a client sees it. */
final class DigestApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;

    DigestApi(URI page) {
        this.page = page;
    }

    /** Everything published, by entry id, fetched in pages of a size. */
    Map<String, JsonNode> entries(int limit) {
        Map<String, JsonNode> entries = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode answer =
                    get("/api/entries?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
            answer.get("items")
                    .forEach(entry -> entries.put(entry.get("entryId").asText(), entry));
            cursor = answer.path("next").asText("");
        } while (!cursor.isEmpty());
        return entries;
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(page.resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(
                        page.resolve(path) + " answers " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError("the API does not answer: " + page.resolve(path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
