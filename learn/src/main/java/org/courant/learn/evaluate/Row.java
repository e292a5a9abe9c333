package org.courant.learn.evaluate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of one contender.
 *
 * @param name name
 * @param seeds verdicts on every paper, by seed
 * @param sections sections that count
 * @param microseconds time of one verdict on this machine; not reproducible
 */
public record Row(String name, List<List<Judged>> seeds, List<String> sections, double microseconds) {
    public Interval macroF1() {
        return Interval.of(seeds, judged -> Measures.macroF1(judged, sections));
    }

    public Interval accuracy() {
        return Interval.of(seeds, Measures::accuracy);
    }

    public Interval calibrationError() {
        return Interval.of(seeds, Measures::calibrationError);
    }

    /** By how much accuracy rises where only this share is judged. */
    public Interval riseAt(double coverage) {
        return Interval.of(seeds, judged -> Measures.accuracyAt(judged, coverage) - Measures.accuracy(judged));
    }

    /** Any measure of verdicts. */
    public Interval of(ToDoubleFunction<List<Judged>> measure) {
        return Interval.of(seeds, measure);
    }

    /** All verdicts of all seeds. */
    public List<Judged> all() {
        return seeds.stream().flatMap(List::stream).toList();
    }
}
