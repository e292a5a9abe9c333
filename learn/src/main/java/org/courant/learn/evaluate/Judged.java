package org.courant.learn.evaluate;

import org.courant.learn.data.LabelledPaper;
import org.courant.learn.evaluate.Contender.Verdict;

/** A paper that was not in training, and what the judge said. */
public record Judged(LabelledPaper paper, Verdict verdict) {
    /** Whether people filed the paper there too. */
    public boolean isRight() {
        return paper.labels().contains(verdict.section());
    }

    /** Where it should have gone: where it went if that is right, else its first label. */
    public String truth() {
        return isRight() ? verdict.section() : paper.label();
    }
}
