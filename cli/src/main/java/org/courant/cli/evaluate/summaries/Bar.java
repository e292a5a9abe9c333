package org.courant.cli.evaluate.summaries;

import java.util.Map;

/**
 * What a figure has to reach.
 *
 * @param figure its name
 * @param value what was measured
 * @param least the value that it has to reach; with {@code atMost}, the value that it must not exceed
 */
record Bar(String figure, double value, double least, boolean atMost) {
    static Bar atLeast(String figure, double value, double least) {
        return new Bar(figure, value, least, false);
    }

    static Bar atMost(String figure, double value, double most) {
        return new Bar(figure, value, most, true);
    }

    boolean isMet() {
        return atMost ? value <= least : value >= least;
    }

    Map<String, Object> values() {
        return Map.of("figure", figure, "value", value, atMost ? "atMost" : "atLeast", least, "met", isMet());
    }
}
