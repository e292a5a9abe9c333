package org.courant.learn.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Numbers that say how good verdicts are. */
public final class Measures {
    private static final int BINS = 10;

    private Measures() {}

    /** Precision, recall and their harmonic mean for one section; 0 where there is nothing to divide by. */
    public record SectionScore(double precision, double recall, double f1) {}

    public static double accuracy(List<Judged> judged) {
        return judged.stream().filter(Judged::isRight).count() / (double) judged.size();
    }

    public static SectionScore ofSection(List<Judged> judged, String section) {
        int chosen = 0;
        int there = 0;
        int both = 0;
        for (Judged one : judged) {
            boolean isChosen = one.verdict().section().equals(section);
            boolean isThere = one.truth().equals(section);
            chosen += isChosen ? 1 : 0;
            there += isThere ? 1 : 0;
            both += isChosen && isThere ? 1 : 0;
        }
        double precision = chosen == 0 ? 0 : both / (double) chosen;
        double recall = there == 0 ? 0 : both / (double) there;
        return new SectionScore(precision, recall, both == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    /** Mean of the sections' F1. */
    public static double macroF1(List<Judged> judged, List<String> sections) {
        return sections.stream()
                .mapToDouble(section -> ofSection(judged, section).f1())
                .average()
                .orElse(0);
    }

    /**
     * Verdicts of about equal confidence.
     *
     * @param confidence mean confidence
     * @param accuracy share that is right
     * @param count how many
     */
    public record Bin(double confidence, double accuracy, int count) {}

    /** Ten bins of equal width; those without verdicts are left out. */
    public static List<Bin> bins(List<Judged> judged) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            List<Judged> inside = judged.stream()
                    .filter(one -> Math.min(BINS - 1, (int) (one.verdict().confidence() * BINS)) == bin)
                    .toList();
            if (!inside.isEmpty()) {
                double confidence = inside.stream()
                        .mapToDouble(one -> one.verdict().confidence())
                        .average()
                        .orElse(0);
                bins.add(new Bin(confidence, accuracy(inside), inside.size()));
            }
        }
        return bins;
    }

    /**
     * Expected calibration error (Guo et al. 2017): how far confidence is from accuracy, over ten bins of equal width.
     */
    public static double calibrationError(List<Judged> judged) {
        return bins(judged).stream()
                .mapToDouble(bin -> bin.count() / (double) judged.size() * Math.abs(bin.confidence() - bin.accuracy()))
                .sum();
    }

    /** Accuracy on the share of the papers whose verdicts are the surest. */
    public static double accuracyAt(List<Judged> judged, double coverage) {
        return accuracy(judged.stream()
                .sorted(Comparator.comparingDouble(one -> -one.verdict().confidence()))
                .limit(Math.max(1, Math.round(coverage * judged.size())))
                .toList());
    }
}
