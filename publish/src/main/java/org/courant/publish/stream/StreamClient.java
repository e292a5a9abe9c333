package org.courant.publish.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.courant.publish.view.Position;
import org.jspecify.annotations.Nullable;

/**
 * One client: a position in the topic, a place in the log, and the few bytes that are on their way. It is written to
 * whenever its connection takes bytes; nothing is queued for it, so a slow one costs no memory. What it has missed
 * longer ago than the log goes back is handed to it batch by batch.
 */
final class StreamClient implements WriteListener {
    /** Bytes that are handed to the connection at once. */
    private static final int CHUNK = 32 * 1024;

    private final ChangeLog log;
    private final AsyncContext context;
    private final ServletOutputStream output;
    private final Runnable abort;
    private final StringBuilder notices = new StringBuilder("retry: 2000\n\n");

    private Position position;
    private long epoch;
    private @Nullable Iterator<Frame> backlog;
    private boolean isLive;
    private long next;
    private boolean mustFlush;
    private boolean isClosed;
    private boolean isLost;
    private long blockedSince;

    /**
     * @param position what stands before it the client has seen
     * @param abort cuts the connection, whatever is still on its way
     */
    StreamClient(ChangeLog log, Position position, AsyncContext context, Runnable abort) throws IOException {
        this.log = log;
        this.position = position;
        this.epoch = log.epoch();
        this.context = context;
        this.output = context.getResponse().getOutputStream();
        this.abort = abort;
        tell("position", "{\"position\":\"" + position + "\"}", true);
    }

    /** Tells something that is no change; it is forgotten if the client is told the same already. */
    synchronized void tell(String event, String data, boolean withId) {
        String text = (withId ? "id: " + position + "\n" : "") + "event: " + event + "\ndata: " + data + "\n\n";
        if (notices.indexOf(text) < 0) {
            notices.append(text);
        }
    }

    synchronized void beat() {
        if (notices.isEmpty()) {
            notices.append(": still here\n\n");
        }
    }

    /** Begins to write; only then may {@link #drain} be called. */
    void listen() {
        output.setWriteListener(this);
    }

    @Override
    public void onWritePossible() {
        drain();
    }

    @Override
    public void onError(Throwable gone) {
        close();
    }

    /** Writes what there is to write, as far as the connection takes it; never waits. */
    synchronized void drain() {
        try {
            while (!isClosed && output.isReady()) {
                blockedSince = 0;
                byte[] chunk = chunk();
                if (chunk.length > 0) {
                    output.write(chunk);
                    mustFlush = true;
                } else if (mustFlush) {
                    mustFlush = false;
                    output.flush();
                } else {
                    return;
                }
            }
            if (!isClosed && blockedSince == 0) {
                blockedSince = System.nanoTime();
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    private byte[] chunk() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (epoch != log.epoch()) {
            restart();
        }
        bytes.writeBytes(notices.toString().getBytes(StandardCharsets.UTF_8));
        notices.setLength(0);
        Frame frame = nextFrame();
        while (frame != null) {
            position = position.after(frame.partition(), frame.offset());
            bytes.writeBytes(("id: " + position + "\n").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(frame.body());
            frame = bytes.size() < CHUNK ? nextFrame() : null;
        }
        return bytes.toByteArray();
    }

    /** Under the old name there is another topic now: what the client has is void, and all that comes is new. */
    synchronized void restart() {
        epoch = log.epoch();
        position = Position.START;
        backlog = null;
        isLive = false;
        tell("reset", "{}", true);
        goLive();
    }

    private @Nullable Frame nextFrame() {
        if (backlog != null) {
            if (backlog.hasNext()) {
                return backlog.next();
            }
            backlog = null;
            notifyAll();
        }
        while (isLive) {
            ChangeLog.Numbered found = log.at(next);
            if (found == null) {
                return null;
            }
            if (found.number() != next) {
                // The log has gone past it: it is dropped and comes back with its position.
                isLost = true;
                return null;
            }
            next++;
            if (position.isBefore(found.frame().partition(), found.frame().offset())) {
                return found.frame();
            }
        }
        return null;
    }

    /** Whether it has seen what the log has not: of another instance, or of a topic that has gone. */
    synchronized boolean isAhead() {
        Position end = log.end();
        return position.next().entrySet().stream().anyMatch(next -> next.getValue() > end.next(next.getKey()));
    }

    /** Goes on with the log, if the log still has all that the client has not seen. */
    synchronized boolean goLive() {
        if (backlog != null) {
            return false;
        }
        OptionalLong start = log.startFor(position);
        isLive = start.isPresent();
        next = start.orElse(0);
        return isLive;
    }

    /**
     * Hands over changes that the log no longer has, and waits until they have been taken.
     *
     * @return false if the client has gone or did not take them in time
     */
    boolean offer(List<Frame> frames, Duration atMost) throws InterruptedException {
        synchronized (this) {
            backlog = frames.stream()
                    .filter(frame -> position.isBefore(frame.partition(), frame.offset()))
                    .iterator();
        }
        drain();
        long begin = System.nanoTime();
        synchronized (this) {
            while (backlog != null && !isClosed) {
                long left = atMost.toNanos() - (System.nanoTime() - begin);
                if (left <= 0) {
                    return false;
                }
                wait(Math.max(1, left / 1_000_000));
            }
            return !isClosed;
        }
    }

    /** What has been read, though some of it was nothing to tell. */
    synchronized void advanceTo(Position read) {
        for (var partition : read.next().entrySet()) {
            if (partition.getValue() > position.next(partition.getKey())) {
                position = position.after(partition.getKey(), partition.getValue() - 1);
            }
        }
    }

    synchronized Position position() {
        return position;
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Whether it must be dropped: the log has gone past it, or its connection has taken nothing for so long. */
    synchronized boolean isTooSlow(Duration patience) {
        return isLost || (blockedSince != 0 && System.nanoTime() - blockedSince > patience.toNanos());
    }

    /** Ends the answer in order. */
    synchronized void close() {
        if (!isClosed) {
            isClosed = true;
            notifyAll();
            try {
                context.complete();
            } catch (IllegalStateException completed) {
                abort.run();
            }
        }
    }

    /** Cuts the connection. */
    synchronized void drop() {
        isClosed = true;
        notifyAll();
        abort.run();
    }
}
