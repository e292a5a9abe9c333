package org.courant.cli.evaluate.dedup;

/**
 * Two works of different ids that were taken for one.
 *
 * @param part where
 * @param left id of one
 * @param right id of the other
 * @param rule rule that matched them
 * @param score its score
 * @param judgement what a person says of the pair
 */
record Merged(String part, String left, String right, String rule, double score, Judgement judgement) {
    boolean isFalse() {
        return judgement.verdict() != Judgement.Verdict.SAME;
    }

    /** Whether it is a mistake that could have been avoided with ids hidden. */
    boolean isFalseByText() {
        return isFalse() && judgement.verdict() != Judgement.Verdict.SAME_TEXT;
    }
}
