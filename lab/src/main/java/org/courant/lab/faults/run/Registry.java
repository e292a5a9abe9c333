package org.courant.lab.faults.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Reads and copies schemas by Confluent's API. */
record Registry(String url, HttpClient http) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every schema, by id. */
    Map<Integer, String> schemas() throws IOException, InterruptedException {
        Map<Integer, String> schemas = new TreeMap<>();
        for (JsonNode subject : get("/subjects")) {
            String versions = versions(subject.asText());
            for (JsonNode version : get(versions)) {
                JsonNode found = get(versions + "/" + version.asInt());
                schemas.put(found.path("id").asInt(), found.path("schema").asText());
            }
        }
        return schemas;
    }

    /** Registers the newest schema of a subject under another one. */
    void copy(String from, String to) throws IOException, InterruptedException {
        String schema = get(versions(from) + "/latest").path("schema").asText();
        String body = JSON.writeValueAsString(Map.of("schema", schema));
        ask(request(versions(to))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String versions(String subject) {
        return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions";
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return ask(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the registry answers %s with %d: %s"
                    .formatted(request.uri(), response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }
}
