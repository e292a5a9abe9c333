package org.courant.enrich.resolve;

import java.util.List;
import org.courant.enrich.record.Span;

/**
 * A text in the index.
 *
 * @param text the text
 * @param period the period in which it was last delivered: blocks are counted and forgotten by periods
 * @param firstDay first of the days that its items were about
 * @param lastDay last of them
 */
record BlockEntry(TextName text, int period, int firstDay, int lastDay) {
    static BlockEntry of(TextName text, List<Span> spans) {
        return new BlockEntry(
                text,
                MatchLimits.period(spans),
                spans.stream().mapToInt(Span::getFirstDay).min().orElseThrow(),
                spans.stream().mapToInt(Span::getLastDay).max().orElseThrow());
    }
}
