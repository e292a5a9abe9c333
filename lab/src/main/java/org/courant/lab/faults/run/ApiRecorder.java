package org.courant.lab.faults.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.courant.lab.faults.history.ApiAnswer;

/** Reads entries and editions from the API, page after page. */
record ApiRecorder(HttpClient http) {
    private static final int MOST_PAGES = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a publish process says. */
    List<ApiAnswer> record(String server, URI page) throws IOException, InterruptedException {
        List<ApiAnswer> answers = new ArrayList<>();
        for (String path : List.of("/api/entries", "/api/editions")) {
            String next = path + "?limit=100";
            for (int count = 0; count < MOST_PAGES && !next.isEmpty(); count++) {
                HttpResponse<String> response = get(page.resolve(next));
                answers.add(new ApiAnswer(server, next, response.statusCode(), response.body()));
                String cursor = response.statusCode() == 200
                        ? JSON.readTree(response.body()).path("next").asText("")
                        : "";
                next = cursor.isEmpty() || cursor.equals("null")
                        ? ""
                        : path + "?limit=100&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            }
        }
        return answers;
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }
}
