package org.courant.lab.faults.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.courant.lab.faults.history.StreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * A client of {@code /api/stream} that reads everything from the beginning; after each end of a connection it goes to
 * the next server with the last id that it got.
 */
final class StreamClient implements AutoCloseable {
    /** The server says that it is alive more often than this. */
    private static final int READ_TIMEOUT_MILLIS = 30_000;

    private final String name;
    private final List<Map.Entry<String, URI>> servers;
    private final List<StreamEvent> events = new ArrayList<>();
    private final Background background;
    private @Nullable String lastId;
    private volatile @Nullable HttpURLConnection open;

    private StreamClient(String name, Map<String, URI> servers) {
        this.name = name;
        this.servers = List.copyOf(servers.entrySet());
        this.background = Background.start(name, this::follow);
    }

    static StreamClient start(String name, Map<String, URI> servers) {
        return new StreamClient(name, servers);
    }

    synchronized List<StreamEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        HttpURLConnection connection = open;
        Thread closer = new Thread(
                () -> {
                    if (connection != null) {
                        connection.disconnect();
                    }
                },
                "close-" + name);
        closer.setDaemon(true);
        background.close();
        closer.start();
    }

    private void follow(Background.Running running) {
        for (int connection = 1; running.isRunning(); connection++) {
            Map.Entry<String, URI> server = servers.get(connection % servers.size());
            try {
                read(server, connection, running);
            } catch (IOException ended) {
                // The next one.
            }
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void read(Map.Entry<String, URI> server, int connection, Background.Running running) throws IOException {
        String path = lastId == null ? "/api/stream?after=0:0" : "/api/stream";
        HttpURLConnection http =
                (HttpURLConnection) server.getValue().resolve(path).toURL().openConnection();
        open = http;
        http.setConnectTimeout(2_000);
        http.setReadTimeout(READ_TIMEOUT_MILLIS);
        if (lastId != null) {
            http.setRequestProperty("Last-Event-ID", lastId);
        }
        if (http.getResponseCode() != 200) {
            http.disconnect();
            return;
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(http.getInputStream(), StandardCharsets.UTF_8))) {
            Frame frame = new Frame();
            String line;
            while (running.isRunning() && (line = lines.readLine()) != null) {
                if (!line.isEmpty()) {
                    frame.add(line);
                } else {
                    take(frame, server.getKey(), connection);
                    frame = new Frame();
                }
            }
        }
    }

    private synchronized void take(Frame frame, String server, int connection) {
        if (frame.id != null) {
            lastId = frame.id;
        }
        if (frame.event != null) {
            events.add(new StreamEvent(Instant.now(), name, connection, server, frame.id, frame.event, frame.data));
        }
    }

    /** The lines of one event. */
    private static final class Frame {
        private @Nullable String id;
        private @Nullable String event;
        private String data = "";

        void add(String line) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data += line.substring(6);
            }
        }
    }
}
