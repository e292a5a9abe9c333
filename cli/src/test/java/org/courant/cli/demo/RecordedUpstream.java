package org.courant.cli.demo;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The sample sources with a memory of what they were asked. */
public final class RecordedUpstream implements AutoCloseable {
    private final Queue<Integer> statuses;
    private final SampleUpstream upstream;

    private RecordedUpstream(Queue<Integer> statuses, SampleUpstream upstream) {
        this.statuses = statuses;
        this.upstream = upstream;
    }

    public static RecordedUpstream start() {
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        return new RecordedUpstream(statuses, SampleUpstream.start(Instant.now(), statuses::add));
    }

    public String url() {
        return upstream.url();
    }

    /** How often anything was asked for. */
    public int requests() {
        return statuses.size();
    }

    /** How many documents were given out, rather than told to be unchanged. */
    public int delivered() {
        return (int) statuses.stream().filter(status -> status == 200).count();
    }

    @Override
    public void close() {
        upstream.close();
    }
}
