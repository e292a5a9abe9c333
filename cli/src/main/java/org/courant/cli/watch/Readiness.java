package org.courant.cli.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.courant.service.CannotStart;
import org.courant.service.settings.Section;

/**
 * Asks the services at the addresses in the settings whether they are ready. One that does not answer may run
 * elsewhere, so it is left out; the page of {@code courant local} answers for all that run in its process.
 *
 * @param addresses of the services, host and port
 */
record Readiness(Map<String, String> addresses) {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** What a service said, in a sentence for a person. */
    record Answer(boolean ready, String detail) {}

    static Readiness from(Section root) {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("ingest", address(root.section("ingest"), "health-host", "health-port", 8091));
        addresses.put("enrich", address(root.section("enrich"), "health-host", "health-port", 8092));
        addresses.put("publish", address(root.section("publish"), "host", "port", 8080));
        return new Readiness(addresses);
    }

    private static String address(Section section, String host, String port, int defaultPort) {
        String named = section.text(host, "127.0.0.1");
        return (named.equals("0.0.0.0") ? "127.0.0.1" : named) + ":" + section.integer(port, defaultPort, 0, 65_535);
    }

    Map<String, Answer> ask() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        Map<String, Answer> answers = new LinkedHashMap<>();
        addresses.forEach((service, address) -> {
            if (!address.endsWith(":0")) {
                ask(client, service, address, answers);
            }
        });
        return answers;
    }

    private static void ask(HttpClient client, String service, String address, Map<String, Answer> answers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/readyz"))
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200 || answer.statusCode() == 503) {
                answers.put(
                        service,
                        new Answer(answer.statusCode() == 200, answer.body().strip()));
            }
        } catch (IOException elsewhere) {
            answers.remove(service);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while asking " + service + " at " + address, interrupted);
        }
    }
}
