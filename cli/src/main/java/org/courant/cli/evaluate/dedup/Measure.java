package org.courant.cli.evaluate.dedup;

/**
 * One figure.
 *
 * @param part what was looked at
 * @param name what was measured
 * @param value the figure
 * @param bar what it must reach, {@link Bar#NONE} where it is only told
 */
record Measure(String part, String name, double value, Bar bar) {
    /** A figure that is only told. */
    static Measure told(String part, String name, double value) {
        return new Measure(part, name, value, Bar.NONE);
    }

    static Measure atLeast(double bar, String part, String name, double value) {
        return new Measure(part, name, value, new Bar("at least", bar));
    }

    static Measure atMost(double bar, String part, String name, double value) {
        return new Measure(part, name, value, new Bar("at most", bar));
    }

    boolean isMissed() {
        return bar.isMissedBy(value);
    }

    /**
     * What a figure must reach.
     *
     * @param direction {@code at least}, {@code at most}, or empty for no bar
     * @param value the bar
     */
    record Bar(String direction, double value) {
        static final Bar NONE = new Bar("", 0);

        private boolean isMissedBy(double figure) {
            return switch (direction) {
                case "at least" -> !(figure >= value);
                case "at most" -> !(figure <= value);
                default -> false;
            };
        }

        @Override
        public String toString() {
            return direction.isEmpty() ? "" : direction + " " + Figures.text(value);
        }
    }
}
