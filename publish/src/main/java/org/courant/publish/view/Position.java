package org.courant.publish.view;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far the topic of entries has been read: for each partition the offset of the record that comes next. It is made
 * of nothing that belongs to one instance of the service, so what one instance says any other understands.
 *
 * @param next offsets by partition; a partition that is absent has not been read at all
 */
public record Position(SortedMap<Integer, Long> next) {
    /** Nothing has been read. */
    public static final Position START = new Position(new TreeMap<>());

    private static final Pattern FORM = Pattern.compile("\\d{1,5}:\\d{1,18}(?:,\\d{1,5}:\\d{1,18})*+");

    /** More partitions than any topic of ours has; what is longer is no position. */
    private static final int MOST_CHARACTERS = 30_000;

    public Position {
        next = new TreeMap<>(next);
    }

    public static Position of(Map<Integer, Long> next) {
        return new Position(new TreeMap<>(next));
    }

    /** Reads what {@link #toString} writes; empty if it is anything else. */
    public static Optional<Position> parse(String text) {
        if (text.length() > MOST_CHARACTERS || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        TreeMap<Integer, Long> next = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            next.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
        }
        return Optional.of(new Position(next));
    }

    /** The offset that comes next in a partition. */
    public long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** Whether a record is still to come. */
    public boolean isBefore(int partition, long offset) {
        return next(partition) <= offset;
    }

    /** The position after a record. */
    public Position after(int partition, long offset) {
        TreeMap<Integer, Long> further = new TreeMap<>(next);
        further.put(partition, offset + 1);
        return new Position(further);
    }

    /** {@code 0:123,1:98}; {@code 0:0} is the beginning. */
    @Override
    public String toString() {
        return next.isEmpty()
                ? "0:0"
                : next.entrySet().stream()
                        .map(partition -> partition.getKey() + ":" + partition.getValue())
                        .collect(Collectors.joining(","));
    }
}
