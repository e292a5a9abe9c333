package org.courant.cli.evaluate.dedup;

/** Counts right and wrong decisions. */
final class Outcome {
    private int truePositives;
    private int falsePositives;
    private int falseNegatives;

    void count(boolean same, boolean match) {
        truePositives += same && match ? 1 : 0;
        falsePositives += !same && match ? 1 : 0;
        falseNegatives += same && !match ? 1 : 0;
    }

    double precision() {
        return Figures.ratio(truePositives, truePositives + falsePositives);
    }

    double recall() {
        return Figures.ratio(truePositives, truePositives + falseNegatives);
    }

    double f1() {
        return Figures.ratio(2L * truePositives, 2L * truePositives + falsePositives + falseNegatives);
    }
}
