package org.courant.enrich.watermark;

import java.util.Arrays;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A low watermark (Akidau et al., <i>The Dataflow Model</i>, 2015): the day that every partition of the stage before
 * has left behind. It travels inside the records themselves, and the channel from one partition to another keeps their
 * order. So what arrives later was caused by a record of the log of that day or a later one, whatever is read faster.
 *
 * <p>A partition of which nothing has been heard holds the watermark back: that costs memory and never a result.
 */
public final class LowWatermark {
    /** Nothing is known yet: before every day, with room for sums. */
    public static final int UNKNOWN = Integer.MIN_VALUE / 2;

    /** Clocks of the processes that write the log may differ by less than this. */
    private static final int SKEW_DAYS = 1;

    private final KeyValueStore<Integer, Integer> store;
    private final int[] days;

    /**
     * @param store partition of the stage before to its day
     * @param senders number of partitions of the stage before
     */
    public LowWatermark(KeyValueStore<Integer, Integer> store, int senders) {
        this.store = store;
        this.days = new int[senders];
        Arrays.setAll(days, sender -> known(store.get(sender)));
    }

    /** The day that a partition of the log has left behind with a record of this time, in milliseconds since 1970. */
    public static int behind(long timestamp) {
        return Days.of(timestamp) - SKEW_DAYS;
    }

    /** A partition of the stage before has said how far it is. */
    public void heard(int sender, int day) {
        if (sender < days.length && days[sender] < day) {
            days[sender] = day;
            store.put(sender, day);
        }
    }

    /** The day that all have left behind, or {@link #UNKNOWN}. */
    public int low() {
        return Arrays.stream(days).min().orElse(UNKNOWN);
    }

    private static int known(@Nullable Integer day) {
        return day == null ? UNKNOWN : day;
    }
}
