package org.courant.enrich.works;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.courant.enrich.block.Shingles;
import org.courant.enrich.item.Precedence;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Span;
import org.courant.enrich.watermark.Days;
import org.courant.schemas.identity.ArxivId;

/**
 * One text of a work: versions and copies of a work may have several, of which one stands for it.
 *
 * @param text tells it from the work's other texts
 * @param stands whether it is the text of the best item
 * @param best the best item that has it
 * @param spans when its items were about, each span once, ascending
 */
record WorkText(String text, boolean stands, Delivery best, List<Span> spans) {
    private static final Comparator<Span> ASCENDING = Comparator.comparingInt(Span::getSeenDay)
            .thenComparing(Span::getLastDay)
            .thenComparing(Span::getFirstDay);

    /** The texts of a work with these items, the one that stands for it first. */
    static List<WorkText> of(Collection<Held> items) {
        Map<String, List<Held>> byText = new LinkedHashMap<>();
        items.stream()
                .sorted(Precedence.BEST_FIRST)
                .forEach(item -> byText.computeIfAbsent(text(item.getDelivery()), unseen -> new ArrayList<>())
                        .add(item));
        List<WorkText> texts = new ArrayList<>();
        byText.forEach((text, copies) -> {
            TreeSet<Span> spans = new TreeSet<>(ASCENDING);
            copies.forEach(copy -> spans.add(span(copy.getDelivery())));
            texts.add(new WorkText(text, texts.isEmpty(), copies.get(0).getDelivery(), List.copyOf(spans)));
        });
        return texts;
    }

    /** When its items were about, and whether it stands for the work, in characters. */
    String times() {
        StringBuilder all = new StringBuilder().append(stands);
        spans.forEach(span -> all.append(' ')
                .append(span.getFirstDay())
                .append(' ')
                .append(span.getLastDay())
                .append(' ')
                .append(span.getSeenDay()));
        return all.toString();
    }

    /** All that a profile is made of, hashed. */
    private static String text(Delivery item) {
        Long published = item.getPublishedAt();
        String all = String.join(
                "\n",
                item.getSourceKind(),
                published == null ? "" : year(published),
                item.getTitle(),
                String.join("\t", item.getAuthors()),
                item.getBody());
        return Long.toString(Shingles.hash(all), Character.MAX_RADIX);
    }

    private static String year(long published) {
        return Integer.toString(
                Instant.ofEpochMilli(published).atOffset(ZoneOffset.UTC).getYear());
    }

    /**
     * A later version is about a work that has been known since the month in its arXiv id. A text was published when
     * its delivery says so and never later than that delivery: when the item was first seen may become known late, by
     * way of another work, and what a text can match must not depend on that.
     */
    private static Span span(Delivery item) {
        int seen = Days.of(item.getTimestamp());
        int published = item.getPublishedAt() == null ? seen : Math.min(Days.of(item.getPublishedAt()), seen);
        int first = item.getVersion() > 1
                ? Math.min(published, monthOf(item.getIdentities().get(0), published))
                : published;
        return new Span(first, published, seen);
    }

    private static int monthOf(String identity, int otherwise) {
        return ArxivId.parse(identity.substring(identity.indexOf(':') + 1))
                .map(id -> (int) id.month().atDay(1).toEpochDay())
                .orElse(otherwise);
    }
}
