package org.courant.cli.watch;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.courant.cli.topic.Moment;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where to begin to read a topic. */
sealed interface StartAt {
    /** With the first record that is kept. */
    record Beginning() implements StartAt {}

    /** With the next record that is written. */
    record End() implements StartAt {}

    /** In each partition with the first record of this time or a later one. */
    record Since(Moment moment) implements StartAt {}

    /**
     * At an offset of each partition, as the field {@code resume} of an earlier reading told; a partition that is not
     * named is read from its beginning.
     */
    record Offsets(Map<Integer, Long> byPartition) implements StartAt {
        public Offsets {
            byPartition = new TreeMap<>(byPartition);
        }

        @Override
        public String toString() {
            return byPartition.entrySet().stream()
                    .map(offset -> offset.getKey() + ":" + offset.getValue())
                    .collect(Collectors.joining(","));
        }
    }

    /** Reads {@code beginning}, {@code end}, a {@link Moment} or {@code 0:17,1:4}. */
    final class Converter implements ITypeConverter<StartAt> {
        private static final Pattern OFFSETS = Pattern.compile("\\d{1,6}:\\d{1,18}(,\\d{1,6}:\\d{1,18})*");

        @Override
        public StartAt convert(String text) {
            if (text.equals("beginning")) {
                return new Beginning();
            } else if (text.equals("end")) {
                return new End();
            } else if (!OFFSETS.matcher(text).matches()) {
                return since(text);
            }
            Map<Integer, Long> offsets = new TreeMap<>();
            for (String part : text.split(",", -1)) {
                int colon = part.indexOf(':');
                offsets.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
            }
            return new Offsets(offsets);
        }

        private static StartAt since(String text) {
            try {
                return new Since(Moment.parse(text));
            } catch (IllegalArgumentException none) {
                throw new TypeConversionException("'" + text
                        + "' is none of beginning, end, partitions with offsets such as 0:17,1:4 (the field 'resume' of"
                        + " --output json), " + Moment.EXPECTED);
            }
        }
    }
}
