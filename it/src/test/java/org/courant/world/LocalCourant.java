package org.courant.world;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.Courant;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.testkit.ForkedJvm;

/** {@code courant local} in a process of its own, seen from outside: its API and its broker. */
final class LocalCourant implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final ForkedJvm process;
    private final URI page;
    private final DigestApi api;
    private final String bootstrapServers;

    private LocalCourant(ForkedJvm process) {
        this.process = process;
        this.bootstrapServers = process.awaitLine(
                        "(127\\.0\\.0\\.1:\\d+).*[Kk]afka|[Kk]afka.*?(127\\.0\\.0\\.1:\\d+)", START)
                .group()
                .replaceFirst(".*?(127\\.0\\.0\\.1:\\d+).*", "$1");
        this.page = URI.create(process.awaitLine("http://127\\.0\\.0\\.1:\\d+/?(?=\\s|$)", START)
                .group());
        this.api = new DigestApi(page);
    }

    /** @param jvmOptions further options of its JVM */
    static LocalCourant start(Path folder, Path config, String... jvmOptions) {
        List<String> options = new ArrayList<>(
                List.of("-Xmx1g", "-Dcourant.registry.home=" + System.getProperty("courant.registry.home")));
        options.addAll(List.of(jvmOptions));
        return new LocalCourant(ForkedJvm.start(
                Courant.class,
                folder.resolve("local-" + System.nanoTime() + ".log"),
                options,
                "local",
                "--config",
                config.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--port",
                "0"));
    }

    /** The published papers by arXiv id. */
    Map<String, JsonNode> papers() {
        Map<String, JsonNode> papers = new TreeMap<>();
        entries().forEach((id, entry) -> {
            if (id.startsWith("arxiv:")) {
                papers.put(id.substring("arxiv:".length()), entry);
            }
        });
        return papers;
    }

    /** Everything published, by entry id. */
    Map<String, JsonNode> entries() {
        return api.entries(200);
    }

    /** Its JVM. */
    ForkedJvm process() {
        return process;
    }

    /** Address of its page. */
    URI page() {
        return page;
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    /** How many records each of the flow's topics has had, once that has not changed for a while. */
    Map<String, Long> settledOffsets() {
        Topics topics = Topics.standard();
        List<Topic<?>> watched =
                List.of(topics.sourceItems(), topics.stories(), topics.rejections(), topics.digestEntries());
        AtomicReference<Map<String, Long>> last = new AtomicReference<>(Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> {
                        Map<String, Long> now = offsets(admin, watched);
                        return now.equals(last.getAndSet(now));
                    });
        }
        return last.get();
    }

    private static Map<String, Long> offsets(Admin admin, List<Topic<?>> topics)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (Topic<?> topic : topics) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                        ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        end -> end.getKey().toString(), end -> end.getValue().offset()));
    }

    @Override
    public void close() {
        try (process) {
            process.stop();
        }
    }
}
