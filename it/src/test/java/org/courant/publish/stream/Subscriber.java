package org.courant.publish.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/** A client that cuts its own connection at random points and comes back with the id of the last whole event. */
final class Subscriber implements Runnable {
    private static final Duration RETRY = Duration.ofMillis(100);

    private final IntSupplier port;
    private final Random random;
    private final int linesBetweenCuts;
    private final Map<String, List<String>> seen = new TreeMap<>();
    private volatile String lastId;
    private volatile int events;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean isStopped;

    /** @param from id to begin with */
    Subscriber(IntSupplier port, long seed, int linesBetweenCuts, String from) {
        this.port = port;
        this.random = new Random(seed);
        this.linesBetweenCuts = linesBetweenCuts;
        this.lastId = from;
    }

    @Override
    public void run() {
        while (!isStopped) {
            try {
                read(1 + random.nextInt(linesBetweenCuts));
            } catch (IOException cut) {
                // The server has gone; it, or another, is asked again.
                LockSupport.parkNanos(RETRY.toNanos());
            }
            cuts.incrementAndGet();
        }
    }

    private void read(int lines) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + port.getAsInt() + "/api/stream")
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Last-Event-ID", lastId);
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(30_000);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String id = "";
            String event = "";
            String data = "";
            for (int i = 0; i < lines && !isStopped; i++) {
                String line = reader.readLine();
                if (line == null) {
                    return;
                }
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !id.isEmpty()) {
                    take(event, data);
                    lastId = id;
                    id = "";
                }
            }
        } finally {
            connection.disconnect();
        }
    }

    private synchronized void take(String event, String data) throws IOException {
        if (!event.equals("upsert") && !event.equals("withdraw")) {
            return;
        }
        JsonNode entry = new ObjectMapper().readTree(data);
        seen.computeIfAbsent(entry.get("entryId").asText(), id -> new ArrayList<>())
                .add(event.equals("withdraw") ? "withdrawn" : entry.get("title").asText());
        events++;
    }

    /** What has been told of each entry, in order. */
    synchronized Map<String, List<String>> seen() {
        return new TreeMap<>(seen);
    }

    int events() {
        return events;
    }

    int cuts() {
        return cuts.get();
    }

    String lastId() {
        return lastId;
    }

    void stop() {
        isStopped = true;
    }
}
