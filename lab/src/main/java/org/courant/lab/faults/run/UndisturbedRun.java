package org.courant.lab.faults.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.courant.lab.faults.cluster.Cluster;
import org.courant.lab.faults.cluster.Directories;
import org.courant.lab.faults.cluster.Overlay;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.cluster.Shape;
import org.courant.lab.faults.history.LogHeader;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.lab.faults.history.RecordedPartition;
import org.courant.lab.faults.history.RecordedTopic;
import org.courant.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Enrich and publish once more over the items of another run: same partitions, timestamps and bytes, on a new cluster
 * with a copy of the registry, without faults and without planted bugs.
 */
final class UndisturbedRun {
    private final RunSettings settings;
    private final Topics topics;
    private final Reaper reaper;

    UndisturbedRun(RunSettings settings, Topics topics, Reaper reaper) {
        this.settings = settings;
        this.topics = topics;
        this.reaper = reaper;
    }

    RecordedHistory run(RecordedHistory other) throws IOException, InterruptedException, ExecutionException {
        Path directory = settings.directory().resolve("undisturbed");
        copy(settings.directory().resolve("registry"), directory.resolve("registry"));
        Instant begin = Instant.now();
        try (Cluster cluster =
                new Cluster(directory, settings.product(), Overlay.NONE, new Shape(1, 1, false), "", reaper)) {
            cluster.start();
            cluster.run("topics", "apply");
            write(cluster, other);
            cluster.startServices();
            try (Admin admin = FaultRun.admin(cluster)) {
                List<String> hung = new Calm(admin, List::of, text -> {}).await(settings.calm());
                ApiRecorder api = new ApiRecorder();
                return new RecordedHistory(
                        0,
                        begin,
                        Instant.now(),
                        new TopicRecorder(admin, new LogReader(cluster.clientServers())).record(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        hung,
                        api.schemas(cluster.registryUrl()));
            }
        }
    }

    private void write(Cluster cluster, RecordedHistory other) throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.clientServers(), "max.in.flight.requests.per.connection", "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (String name :
                    List.of(topics.sourceItems().name(), topics.sourceStatus().name())) {
                for (RecordedPartition partition :
                        other.topic(name).map(RecordedTopic::partitions).orElse(List.of())) {
                    for (LogRecord record : partition.committed()) {
                        sent.add(producer.send(copy(name, partition.partition(), record)));
                    }
                }
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(String topic, int partition, LogRecord record) {
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(topic, partition, record.timestamp(), bytes(record.key()), bytes(record.value()));
        for (LogHeader header : record.headers()) {
            copy.headers().add(new RecordHeader(header.key(), bytes(header.value())));
        }
        return copy;
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.get();
    }

    private static void copy(Path from, Path to) {
        Directories.clear(to);
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (!path.toString().endsWith(".log")) {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
