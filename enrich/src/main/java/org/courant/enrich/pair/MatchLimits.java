package org.courant.enrich.pair;

import java.time.Duration;
import org.courant.enrich.record.Sketch;

/**
 * How far two works may be apart in time to match by text, and how many may meet at once.
 *
 * @param windowDays days between the times at which they were published, an upper bound
 * @param graceDays days that an item may be delivered late, or a work be revised, and still meet all of its window
 * @param mostInBlock works of one period that one block key may bring together
 */
public record MatchLimits(int windowDays, int graceDays, int mostInBlock) {
    /** The default: two months, and ten more for what comes late. */
    public static final MatchLimits DEFAULT = new MatchLimits(60, 300, 64);

    private static final int PERIOD_DAYS = 30;

    /** From durations of whole days. */
    public static MatchLimits of(Duration window, Duration grace) {
        return new MatchLimits((int) window.toDays(), (int) grace.toDays(), DEFAULT.mostInBlock());
    }

    /** Days between the last deliveries of two works, an upper bound; works are remembered for so long. */
    int retentionDays() {
        return windowDays + graceDays;
    }

    /** Whether two works may match: a function of the two alone. */
    boolean admits(Sketch left, Sketch right) {
        int gap = Math.max(left.getFirstDay(), right.getFirstDay()) - Math.min(left.getLastDay(), right.getLastDay());
        return gap <= windowDays && Math.abs(left.getSeenDay() - right.getSeenDay()) <= retentionDays();
    }

    /** The period that a work belongs to: blocks are counted and forgotten by periods. */
    static int period(Sketch sketch) {
        return Math.floorDiv(sketch.getSeenDay(), PERIOD_DAYS);
    }

    /** The first period of which a work can still match one of this day or a later one. */
    int firstOpenPeriod(int lowDay) {
        return Math.floorDiv(lowDay - retentionDays(), PERIOD_DAYS);
    }
}
