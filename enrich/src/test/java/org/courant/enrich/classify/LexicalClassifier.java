package org.courant.enrich.classify;

import java.util.Arrays;
import org.courant.enrich.text.Words;

/** Cue phrases alone, for tests that must not depend on a trained model. */
public final class LexicalClassifier implements Classifier {
    private static final double SHARPNESS = 0.8;

    private final Taxonomy taxonomy;
    private final CueEvidence cues;

    public LexicalClassifier(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.cues = new CueEvidence(taxonomy);
    }

    @Override
    public Classification classify(Document document) {
        CueEvidence.Found found = cues.of(Words.of(document.title()), Words.of(document.body()), document);
        double[] evidence = found.bySection();
        double most = Arrays.stream(evidence).max().orElse(0);
        double[] scores = Decision.softmax(
                Arrays.stream(evidence).map(weight -> SHARPNESS * weight).toArray());
        int best = Evidence.best(scores);
        return Decision.of(
                taxonomy,
                scores,
                most >= taxonomy.leastEvidence(),
                Reasons.strongest(found.reasons().get(best)));
    }

    @Override
    public String version() {
        return "lexical-1";
    }
}
