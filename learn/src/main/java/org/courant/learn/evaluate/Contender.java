package org.courant.learn.evaluate;

import java.util.List;
import org.courant.learn.data.LabelledPaper;

/** A way to classify that can be trained and measured. */
public interface Contender {
    String name();

    /** Learns from papers; one that needs no labels ignores them. */
    Judge learn(List<LabelledPaper> papers);

    /** What has been learnt. */
    interface Judge {
        /** The section with the highest score. */
        Verdict judge(LabelledPaper paper);
    }

    /**
     * A section and how sure the judge is.
     *
     * @param section its id
     * @param confidence 0 to 1
     */
    record Verdict(String section, double confidence) {}
}
