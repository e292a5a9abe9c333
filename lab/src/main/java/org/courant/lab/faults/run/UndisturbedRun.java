package org.courant.lab.faults.run;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.courant.lab.faults.cluster.Cluster;
import org.courant.lab.faults.cluster.Node;
import org.courant.lab.faults.cluster.Overlay;
import org.courant.lab.faults.cluster.Overlay.Setting;
import org.courant.lab.faults.cluster.Role;
import org.courant.lab.faults.cluster.Waiting;
import org.courant.lab.faults.history.LogHeader;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.lab.faults.history.RecordedPartition;
import org.courant.lab.faults.history.RecordedTopic;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Enrich and publish once more over the items of a run: same partitions, timestamps and bytes, on the same brokers and
 * registry under other names, without faults and without planted bugs.
 */
final class UndisturbedRun {
    /** Of everything that is its own: topics, groups and processes. */
    private static final String MARK = "undisturbed";

    private final Cluster cluster;
    private final Topics from;
    private final Topics to;
    private final Duration calm;
    private final Journal.Log log;

    /** @param topics of the run with faults */
    UndisturbedRun(Cluster cluster, Topics topics, Duration calm, Journal.Log log) {
        this.cluster = cluster;
        this.from = topics;
        this.to = new Topics(MARK + ".", topics.partitions());
        this.calm = calm;
        this.log = log;
    }

    /** What it comes to, its topics under the names of the other run's. */
    RecordedHistory run(RecordedHistory other) throws IOException, InterruptedException, ExecutionException {
        Overlay own = new Overlay(
                List.of(),
                List.of(
                        new Setting("topics", "prefix", to.prefix()),
                        new Setting("enrich", "application-id", MARK + "-enrich"),
                        new Setting("publish", "application-id", MARK + "-publish")));
        List<Node> nodes = List.of(
                cluster.extra(MARK + "-enrich", Role.ENRICH, own), cluster.extra(MARK + "-publish", Role.PUBLISH, own));
        try (Admin admin = FaultRun.admin(cluster)) {
            prepare(admin, other);
            Waiting.until("the undisturbed services", Duration.ofMinutes(5), () -> {
                nodes.forEach(Node::start);
                return nodes.stream().allMatch(Node::isReady);
            });
            List<String> hung = new Calm(admin, Calm.inputs(to), List::of, log).await(calm);
            if (!hung.isEmpty()) {
                throw new IllegalStateException("the undisturbed run does not come to rest: " + hung);
            }
            return history(new TopicRecorder(admin, new LogReader(cluster.clientServers())), other);
        } finally {
            nodes.forEach(Node::kill);
        }
    }

    private void prepare(Admin admin, RecordedHistory other)
            throws IOException, InterruptedException, ExecutionException {
        admin.createTopics(to.all().stream().map(this::created).toList()).all().get();
        Registry registry = new Registry(cluster.registryUrl(), HttpClient.newHttpClient());
        for (int topic = 0; topic < to.all().size(); topic++) {
            if (to.all().get(topic).hasSchema()) {
                registry.copy(
                        from.all().get(topic).subject(), to.all().get(topic).subject());
            }
        }
        copy(other, from.sourceItems(), to.sourceItems());
        copy(other, from.sourceStatus(), to.sourceStatus());
    }

    private RecordedHistory history(TopicRecorder recorder, RecordedHistory other)
            throws ExecutionException, InterruptedException {
        List<RecordedTopic> topics = new ArrayList<>();
        for (RecordedTopic topic : recorder.record(name -> name.startsWith(to.prefix()))) {
            topics.add(new RecordedTopic(
                    from.prefix() + topic.name().substring(to.prefix().length()), topic.partitions()));
        }
        return RecordedHistory.undisturbed(other.begin(), Instant.now(), topics, other.schemas());
    }

    private NewTopic created(Topic<?> topic) {
        return new NewTopic(topic.name(), topic.partitions(), cluster.replication()).configs(topic.config());
    }

    private void copy(RecordedHistory other, Topic<?> source, Topic<?> target)
            throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.clientServers(), "max.in.flight.requests.per.connection", "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (RecordedPartition partition :
                    other.topic(source.name()).map(RecordedTopic::partitions).orElse(List.of())) {
                for (LogRecord record : partition.committed()) {
                    sent.add(producer.send(copy(target.name(), partition.partition(), record)));
                }
            }
            producer.flush();
            for (Future<RecordMetadata> each : sent) {
                Objects.requireNonNull(each.get());
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
}
