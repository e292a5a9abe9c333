package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.cli.Courant;
import org.courant.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ops/} watches is there to be watched. */
class OperationsIT {
    private static final Path OPS = Path.of("..", "ops");
    private static final Pattern METRIC = Pattern.compile("\\b(?:courant|kafka)_[a-z_]+\\b");

    @TempDir
    private Path folder;

    @Test
    void everyMetricThatARuleOrAPanelNamesIsExported() throws Exception {
        Set<String> named = new TreeSet<>();
        collect(Files.readString(OPS.resolve("rules.yml")), named);
        new ObjectMapper()
                .readTree(OPS.resolve("grafana/courant.json").toFile())
                .findValuesAsText("expr")
                .forEach(expression -> collect(expression, named));
        assertThat(named).hasSizeGreaterThan(15);

        String metrics = metricsOfTheDemo();
        Set<String> exported = new TreeSet<>();
        collect(metrics, exported);
        assertThat(exported).containsAll(named);
        assertThat(sum(metrics, "courant_publish_latency_seconds_count"))
                .as("new entries whose way was measured")
                .isPositive();
        for (String service : List.of("enrich", "publish")) {
            assertThat(sum(metrics, "courant_store_keys{service=\"" + service))
                    .as("keys in the stores of " + service)
                    .isPositive();
        }
        assertThat(metrics.lines().filter(line -> line.startsWith("courant_store_")))
                .as("series, which must not grow with partitions")
                .hasSizeLessThan(100);
        assertThat(metrics).doesNotContain("kafka_stream_state_");
    }

    private static double sum(String metrics, String beginning) {
        return metrics.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String metricsOfTheDemo() throws IOException, InterruptedException {
        try (ForkedJvm demo = ForkedJvm.start(
                Courant.class,
                folder.resolve("demo.log"),
                List.of("-Xmx1g", "-Dcourant.registry.home=" + System.getProperty("courant.registry.home")),
                "demo")) {
            String page = demo.awaitLine("the page is at (http://127\\.0\\.0\\.1:\\d+)", Duration.ofMinutes(3))
                    .group(1);
            HttpClient client = HttpClient.newHttpClient();
            String first = get(client, page + "/");
            assertThat(first).contains("class=\"entry\"");
            String metrics = get(client, page + "/metrics");
            demo.stop();
            return metrics;
        }
    }

    private static String get(HttpClient client, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void collect(String text, Set<String> metrics) {
        Matcher matcher = METRIC.matcher(text);
        while (matcher.find()) {
            metrics.add(matcher.group());
        }
    }
}
