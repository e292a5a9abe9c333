package org.courant.enrich.resolve;

import java.time.Duration;
import java.util.List;
import org.courant.enrich.record.Span;

/**
 * How far two works may be apart in time to match by text, and how many may meet at once.
 *
 * @param windowDays days between the times at which they were published, an upper bound
 * @param graceDays days that an item may be delivered late, or a work be revised, and still meet all of its window
 * @param mostInBlock works of one period that one block key may bring together
 */
public record MatchLimits(int windowDays, int graceDays, int mostInBlock) {
    /** The default: two months, and ten more for what comes late; a key that more have in a month tells nothing. */
    public static final MatchLimits DEFAULT = new MatchLimits(60, 300, 32);

    /** Works match by their names only. */
    public static final MatchLimits NO_TEXTS = new MatchLimits(-1, 0, 0);

    private static final int PERIOD_DAYS = 30;

    /** From durations of whole days. */
    public static MatchLimits of(Duration window, Duration grace) {
        return new MatchLimits((int) window.toDays(), (int) grace.toDays(), DEFAULT.mostInBlock());
    }

    /** Whether any two works may match by text. */
    public boolean admitTexts() {
        return windowDays >= 0;
    }

    /** Days between the deliveries of two items, an upper bound; texts are remembered for so long. */
    int retentionDays() {
        return windowDays + graceDays;
    }

    /** Whether two texts may match: a function of the times of their items. */
    boolean admit(List<Span> left, List<Span> right) {
        return left.stream().anyMatch(one -> right.stream().anyMatch(other -> admit(one, other)));
    }

    private boolean admit(Span one, Span other) {
        int gap = gap(one.getFirstDay(), one.getLastDay(), other.getFirstDay(), other.getLastDay());
        return gap <= windowDays && Math.abs(one.getSeenDay() - other.getSeenDay()) <= retentionDays();
    }

    /** Days from the end of one time to the beginning of the other; none or less where they overlap. */
    private static int gap(int first, int last, int otherFirst, int otherLast) {
        return Math.max(first, otherFirst) - Math.min(last, otherLast);
    }

    /**
     * Whether two texts may match as far as the index tells: of what this refuses, {@link #admit(List, List)} would
     * refuse the spans, which need not be read then.
     */
    boolean admit(BlockEntry left, BlockEntry right) {
        return gap(left.firstDay(), left.lastDay(), right.firstDay(), right.lastDay()) <= windowDays;
    }

    /** The period of a text whose items were about then, that of its last delivery. */
    static int period(List<Span> spans) {
        return Math.floorDiv(spans.stream().mapToInt(Span::getSeenDay).max().orElseThrow(), PERIOD_DAYS);
    }

    /** The first period of which a text can still match one of this day or a later one. */
    int firstOpenPeriod(int lowDay) {
        return Math.floorDiv(lowDay - retentionDays(), PERIOD_DAYS);
    }
}
