package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.courant.cli.Courant;
import org.courant.testkit.ForkedJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code courant demo} as a stranger runs it, in one process of its own that every test asks and the last one stops.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Path OPS = Path.of("..", "ops");
    private static final Pattern METRIC = Pattern.compile("\\b(?:courant|kafka)_[a-z_]+\\b");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Path temporary;
    private ForkedJvm demo;
    private String page;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        demo = ForkedJvm.start(
                Courant.class,
                folder.resolve("demo.log"),
                List.of(
                        "-Xmx768m",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dcourant.registry.home=" + System.getProperty("courant.registry.home")),
                "demo");
        page = demo.awaitLine("the page is at (http://127\\.0\\.0\\.1:\\d+)", PATIENCE)
                .group(1);
    }

    @AfterAll
    void close() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void theSampleDayBecomesADigest() throws Exception {
        assertThat(demo.output())
                .contains("the digest is complete after")
                .contains("55 items fetched → 1 dead letter → 42 stories → 42 entries")
                .contains("9 cross-listed papers merged, 2 near-copies recognised, 1 shows v2")
                .contains("also in arXiv cs.LG")
                .doesNotContain("ERROR");
        assertThat(get("/")).contains("class=\"entry\"").contains("Slow Weights, Fast Weights");
    }

    @Test
    void everyMetricThatARuleOrAPanelNamesIsExported() throws Exception {
        Set<String> named = new TreeSet<>();
        collect(Files.readString(OPS.resolve("rules.yml")), named);
        new ObjectMapper()
                .readTree(OPS.resolve("grafana/courant.json").toFile())
                .findValuesAsText("expr")
                .forEach(expression -> collect(expression, named));
        assertThat(named).hasSizeGreaterThan(15);

        get("/"); // is itself measured
        // Positions are exported as soon as they have been committed and looked at.
        String metrics = await().atMost(PATIENCE)
                .until(() -> get("/metrics"), text -> text.contains("courant_partition_position{"));
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

    @Test
    @Order(Integer.MAX_VALUE)
    void ctrlCStopsItInOrderAndNothingIsLeftBehind() throws IOException {
        List<ProcessHandle> children = ProcessHandle.of(demo.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        assertThat(children).as("the registry").isNotEmpty();

        demo.stop();

        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith("hsperfdata")))
                    .isEmpty();
        }
        assertThat(demo.output()).doesNotContain("Exception").doesNotContain("did not stop");
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static double sum(String metrics, String beginning) {
        return metrics.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void collect(String text, Set<String> metrics) {
        Matcher matcher = METRIC.matcher(text);
        while (matcher.find()) {
            metrics.add(matcher.group());
        }
    }
}
