package org.courant.enrich.languagemodel.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.courant.enrich.languagemodel.chat.ChatClient;
import org.courant.enrich.languagemodel.chat.Reply;

/**
 * The threads that wait for the endpoint: as many as requests at one time. They know nothing of Kafka; what they were
 * told is taken from {@link #ended}. Used by one thread.
 */
final class Callers implements AutoCloseable {
    private final ChatClient client;
    private final InstantSource clock;
    private final int most;
    private final ExecutorService threads;
    private final BlockingQueue<Exchange> ended;
    private final Set<String> asked = new HashSet<>();

    Callers(ChatClient client, InstantSource clock, int most) {
        this.client = client;
        this.clock = clock;
        this.most = most;
        this.threads = Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "enrich-language-model-caller");
            thread.setDaemon(true);
            return thread;
        });
        this.ended = new ArrayBlockingQueue<>(most);
    }

    boolean haveRoom() {
        return asked.size() < most;
    }

    boolean areIdle() {
        return asked.isEmpty();
    }

    /** Whether a key is being asked: two stories of one text, or a partition that went and came back meanwhile. */
    boolean areAsking(String key) {
        return asked.contains(key);
    }

    /** Makes a request; there has to be room. */
    void call(OpenRequest request, int partition, Instant now) {
        asked.add(request.key());
        threads.execute(() -> ended.add(exchange(request, partition, now)));
    }

    /** What has ended since the last look; waits for a while where nothing has. */
    List<Exchange> ended(Duration patience) throws InterruptedException {
        List<Exchange> exchanges = new ArrayList<>();
        Exchange first = asked.isEmpty() ? null : ended.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            exchanges.add(first);
            ended.drainTo(exchanges);
        }
        exchanges.forEach(exchange -> asked.remove(exchange.request().key()));
        return exchanges;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Exchange exchange(OpenRequest request, int partition, Instant began) {
        Reply reply = reply(request);
        return new Exchange(request, partition, began, Duration.between(began, clock.instant()), reply);
    }

    private Reply reply(OpenRequest request) {
        try {
            return client.ask(request.request());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply.Failed("interrupted");
        } catch (RuntimeException unexpected) {
            // Its message is left out: it could quote the request, and the key with it.
            return new Reply.Failed("no answer: " + unexpected.getClass().getName());
        }
    }
}
