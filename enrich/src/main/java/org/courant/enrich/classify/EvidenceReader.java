package org.courant.enrich.classify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.enrich.classify.Classifier.Document;
import org.courant.enrich.classify.Taxonomy.SectionDefinition;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.NgramCounts;
import org.courant.enrich.classify.model.SparseVector;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.enrich.classify.model.WordVectors.Embedding;
import org.courant.enrich.text.Words;

/** Gathers what speaks for each section: the linear model's margins, cue phrases and the nearest prototype. */
public final class EvidenceReader {
    private final LinearModel model;
    private final WordVectors vectors;
    private final CueEvidence cues;
    private final int[] modelSections;
    private final List<SectionDefinition> sections;
    private final List<List<Embedding>> prototypes;
    private final double[] trust;

    /** A document taken apart once for everything that reads it. */
    record Read(Evidence evidence, CueEvidence.Found cues, String text, List<String> words, double knownShare) {}

    public EvidenceReader(Taxonomy taxonomy, LinearModel model, WordVectors vectors) {
        this.model = model;
        this.sections = taxonomy.sections();
        this.vectors = vectors;
        this.cues = new CueEvidence(taxonomy);
        this.modelSections = taxonomy.sections().stream()
                .mapToInt(section -> model.sections().indexOf(section.id()))
                .toArray();
        this.trust = Arrays.stream(modelSections)
                .mapToDouble(section -> section < 0 ? 0 : model.trust()[section])
                .toArray();
        this.prototypes = taxonomy.sections().stream()
                .map(section -> section.prototypes().stream()
                        .map(prototype -> vectors.embed(Words.of(prototype)))
                        .toList())
                .toList();
    }

    /** The evidence of a document. */
    public Evidence evidence(Document document) {
        return read(document).evidence();
    }

    Read read(Document document) {
        String text = document.title() + ". " + document.body();
        List<String> title = Words.of(document.title());
        List<String> words = Words.of(text);
        CueEvidence.Found found = cues.of(title, words.subList(title.size(), words.size()), document);
        Embedding embedding = vectors.embed(words);
        double[] margins = confirmed(margins(words, embedding), found.bySection());
        double[] cosines = prototypes.stream()
                .mapToDouble(near ->
                        near.stream().mapToDouble(embedding::cosine).max().orElse(0))
                .toArray();
        return new Read(
                new Evidence(margins, found.bySection(), cosines, trust), found, text, words, embedding.knownShare());
    }

    /** What spoke for a section, each in the weight that it had in the logit. */
    List<String> reasons(Read read, int section) {
        Map<String, Double> weights = new LinkedHashMap<>();
        read.cues()
                .reasons()
                .get(section)
                .forEach(
                        (cue, weight) -> weights.put(cue, weight * model.blend().cue()));
        if (modelSections[section] >= 0) {
            // The blocks of n-grams have length one; of a text with n words, a word's share is about 1 / sqrt(n) of
            // idf.
            double share = model.blend().margin()
                    / (8 * Math.sqrt(Math.max(1, read.words().size())));
            Reasons.ofWords(read.text(), read.words(), model, modelSections[section])
                    .forEach((word, weight) -> weights.merge(word, weight * share, Double::sum));
        }
        return Reasons.strongest(weights);
    }

    /** A section that was learnt from little, or from another kind of label, is not chosen by its margin alone. */
    private double[] confirmed(double[] margins, double[] cues) {
        for (int i = 0; i < margins.length; i++) {
            if (sections.get(i).needsCue() && cues[i] <= 0) {
                margins[i] = Math.min(margins[i], Evidence.UNCONFIRMED);
            }
        }
        return margins;
    }

    private double[] margins(List<String> words, Embedding embedding) {
        double[] margins = new double[modelSections.length];
        Arrays.fill(margins, Evidence.UNTRAINED);
        if (model.sections().isEmpty()) {
            return margins;
        }
        SparseVector features = model.space().features(NgramCounts.of(words), embedding.vector());
        double[] known = model.margins(features);
        for (int i = 0; i < margins.length; i++) {
            if (modelSections[i] >= 0) {
                margins[i] = known[modelSections[i]];
            }
        }
        return margins;
    }
}
