package org.courant.publish.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.publish.Entries;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stream over a real broker: whatever is cut or restarted, each client sees each change once and in order. */
@WithKafka
final class ChangeStreamIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String START = "0:0";

    private final TestCluster cluster;
    private final Topics topics;
    private final Connection connection;

    ChangeStreamIT(TestCluster cluster) {
        this.cluster = cluster;
        this.topics = cluster.newTopics(3);
        this.connection = new Connection(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                Map.of("schema.registry.url", cluster.registryUrl()),
                topics,
                (short) 1);
    }

    @Test
    void twoHundredClientsThatAreCutAtRandomPointsSeeEveryChangeOnceAndInOrderThroughRestarts() throws Exception {
        AtomicInteger port = new AtomicInteger();
        List<Subscriber> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        Instance instance = start(60, port);
        try {
            for (int i = 0; i < 200; i++) {
                Subscriber client = new Subscriber(port::get, i, 1_200, START);
                clients.add(client);
                threads.add(new Thread(client, "subscriber-" + i));
            }
            threads.forEach(Thread::start);
            try (KafkaProducer<String, DigestEntry> producer = transactionalProducer()) {
                for (int batch = 0; batch < 6; batch++) {
                    write(producer, batch, 40);
                    if (batch % 2 == 1) {
                        instance.close();
                        instance = start(60, port);
                    }
                }
            }
            Map<String, List<String>> expected = written();
            int changes = expected.values().stream().mapToInt(List::size).sum();
            assertThat(changes).isEqualTo(240);
            await().atMost(PATIENCE).until(() -> clients.stream().allMatch(client -> client.events() >= changes));

            assertThat(clients).allSatisfy(client -> assertThat(client.seen()).isEqualTo(expected));
            assertThat(clients.stream().mapToInt(Subscriber::cuts).sum())
                    .as("cuts")
                    .isGreaterThan(clients.size());
        } finally {
            clients.forEach(Subscriber::stop);
            for (Thread thread : threads) {
                thread.join(10_000);
            }
            instance.close();
        }
    }

    @Test
    void aClientOfOneInstanceGoesOnAtAnother() throws Exception {
        try (KafkaProducer<String, DigestEntry> producer = transactionalProducer()) {
            write(producer, 1, 30);
            AtomicInteger one = new AtomicInteger();
            AtomicInteger other = new AtomicInteger();
            try (Instance first = start(1_000, one);
                    Instance second = start(5, other)) {
                Subscriber reader = new Subscriber(one::get, 1, 1_000_000, START);
                runUntil(reader, 30);
                assertThat(first.isReady() && second.isReady()).isTrue();
                write(producer, 2, 20);
                Subscriber elsewhere = new Subscriber(other::get, 2, 1_000_000, reader.lastId());
                runUntil(elsewhere, 20);
                assertThat(elsewhere.events()).isEqualTo(20);
                assertThat(reader.events()).isEqualTo(30);
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsDroppedAndHoldsNobodyUp() throws Exception {
        AtomicInteger port = new AtomicInteger();
        try (Instance instance = start(2_000, Duration.ofSeconds(2), port);
                Socket idle = new Socket()) {
            idle.setReceiveBufferSize(4_096);
            idle.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.get()));
            OutputStream request = idle.getOutputStream();
            request.write("GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            request.flush();
            await().atMost(PATIENCE).until(() -> gauge(instance, "courant.publish.stream.clients") == 1);
            Subscriber quick = new Subscriber(port::get, 1, 1_000_000, START);
            try (KafkaProducer<String, DigestEntry> producer = transactionalProducer()) {
                producer.beginTransaction();
                for (int i = 0; i < 1_500; i++) {
                    send(
                            producer,
                            "big:" + i,
                            Entries.entry("big:" + i)
                                    .setSummary("long ".repeat(2_000))
                                    .build());
                }
                producer.commitTransaction();
            }
            runUntil(quick, 1_500);
            await().atMost(PATIENCE)
                    .until(() -> instance.meters
                                    .get("courant.publish.stream.dropped")
                                    .counter()
                                    .count()
                            >= 1);
        }
    }

    @Test
    void aStreamWithoutAnIdBeginsNowAndABadIdIsAProblem() throws Exception {
        AtomicInteger port = new AtomicInteger();
        try (Instance instance = start(100, port);
                KafkaProducer<String, DigestEntry> producer = transactionalProducer()) {
            write(producer, 1, 10);
            await().atMost(PATIENCE).until(() -> gauge(instance, "courant.publish.view.entries") > 0);
            Subscriber late = new Subscriber(port::get, 1, 1_000_000, "");
            Thread thread = new Thread(late, "late");
            thread.start();
            await().atMost(PATIENCE).until(() -> !late.lastId().isEmpty());
            write(producer, 2, 5);
            await().atMost(PATIENCE).until(() -> late.events() >= 5);
            late.stop();
            thread.join(10_000);
            assertThat(late.events()).isEqualTo(5);
            assertThat(answer(port.get(), "yesterday")).isEqualTo(400);
        }
    }

    private static int answer(int port, String lastId) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/api/stream?after=" + lastId)
                        .toURL()
                        .openConnection();
        connection.setReadTimeout(5_000);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private static double gauge(Instance instance, String name) {
        return instance.meters.get(name).gauge().value();
    }

    private static void runUntil(Subscriber client, int events) throws InterruptedException {
        Thread thread = new Thread(client, "subscriber");
        thread.start();
        await().atMost(PATIENCE).until(() -> client.events() >= events);
        client.stop();
        thread.join(10_000);
    }

    private Instance start(int keptChanges, AtomicInteger port) {
        return start(keptChanges, Duration.ofSeconds(20), port);
    }

    private Instance start(int keptChanges, Duration patience, AtomicInteger port) {
        Instance instance = new Instance(connection, keptChanges, patience);
        port.set(instance.port());
        await().atMost(PATIENCE).until(instance::isReady);
        return instance;
    }

    /** A batch of changes to a few entries, and a transaction that nobody may see. */
    private void write(KafkaProducer<String, DigestEntry> producer, int batch, int changes) {
        Random random = new Random(batch);
        producer.beginTransaction();
        for (int i = 0; i < changes; i++) {
            String id = "entry:" + random.nextInt(20);
            boolean isWithdrawn = random.nextInt(6) == 0;
            send(producer, id, isWithdrawn ? null : titled(id, "batch " + batch + " change " + i));
        }
        producer.commitTransaction();
        producer.beginTransaction();
        send(producer, "entry:1", titled("entry:1", "aborted"));
        producer.abortTransaction();
    }

    private static DigestEntry titled(String id, String title) {
        return Entries.entry(id).setTitle(title).build();
    }

    private void send(KafkaProducer<String, DigestEntry> producer, String id, @Nullable DigestEntry entry) {
        assertThat(producer.send(new ProducerRecord<>(topics.digestEntries().name(), id, entry)))
                .isNotNull();
    }

    private KafkaProducer<String, DigestEntry> transactionalProducer() {
        KafkaProducer<String, DigestEntry> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "transactional.id", topics.prefix() + "writer"),
                new StringSerializer(),
                connection.serdes().of(topics.digestEntries()).serializer());
        producer.initTransactions();
        return producer;
    }

    private Map<String, List<String>> written() {
        Map<String, List<String>> written = new TreeMap<>();
        TopicReader.committed(cluster.bootstrapServers())
                .records(topics.digestEntries(), connection.serdes())
                .forEach(record -> written.computeIfAbsent(record.key(), id -> new ArrayList<>())
                        .add(
                                record.value() == null
                                        ? "withdrawn"
                                        : record.value().getTitle()));
        return written;
    }
}
