package org.courant.enrich.classify;

import java.util.Arrays;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.enrich.classify.model.WordVectorsFile;

/**
 * Trained where labels exist, by prototypes and cues where they do not: a linear model over n-grams and distilled word
 * vectors, the cosine with the nearest prototype of a section, and its cue phrases, joined into one softmax whose
 * weights were fitted so that a score is the share of right decisions.
 */
public final class SectionClassifier implements Classifier {
    /** Below this share of known words a text is in another language or no text at all, and margins mean nothing. */
    private static final double LEAST_KNOWN = 0.35;

    private final Taxonomy taxonomy;
    private final LinearModel model;
    private final EvidenceReader reader;
    private final String version;

    /** A classifier of a file's model. */
    public SectionClassifier(Taxonomy taxonomy, LinearModelFile.Loaded file, WordVectors vectors) {
        this.taxonomy = taxonomy;
        this.model = file.model();
        this.reader = new EvidenceReader(taxonomy, model, vectors);
        this.version = "sections-2+" + file.fingerprint();
    }

    /** The model and the word vectors that ship with Courant. */
    public static SectionClassifier shipped(Taxonomy taxonomy) {
        return new SectionClassifier(taxonomy, LinearModelFile.shipped(), WordVectorsFile.shipped());
    }

    @Override
    public Classification classify(Document document) {
        EvidenceReader.Read read = reader.read(document);
        double[] scores = read.evidence().scores(model.blend());
        double cues = Arrays.stream(read.evidence().cues()).max().orElse(0);
        boolean enough = cues >= taxonomy.leastEvidence() || read.knownShare() >= LEAST_KNOWN;
        return Decision.of(taxonomy, scores, enough, reader.reasons(read, Evidence.best(scores)));
    }

    @Override
    public String version() {
        return version;
    }
}
