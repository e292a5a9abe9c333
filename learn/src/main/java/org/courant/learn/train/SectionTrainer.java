package org.courant.learn.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.courant.enrich.classify.EvidenceReader;
import org.courant.enrich.classify.Taxonomy;
import org.courant.enrich.classify.Taxonomy.SectionDefinition;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.learn.data.LabelledPaper;

/**
 * Trains a model for a taxonomy: the linear part on all papers, the blend with cues and prototypes on papers that the
 * linear part did not see, so that scores are calibrated.
 */
public final class SectionTrainer {
    /**
     * Below this number of papers, prototypes and cues know a section better; four fifths of the twenty that evaluation
     * asks for.
     */
    public static final int LEAST_PAPERS = 16;

    private static final int INNER_FOLDS = 4;

    private final Taxonomy taxonomy;
    private final Recipe recipe;
    private final WordVectors vectors;

    public SectionTrainer(Taxonomy taxonomy, Recipe recipe, WordVectors vectors) {
        this.taxonomy = taxonomy;
        this.recipe = recipe;
        this.vectors = vectors;
    }

    /**
     * A model of the sections of the taxonomy that have papers enough.
     *
     * @param papers that people filed
     * @param byCategory that have their section from categories only; those that people filed too do not count
     */
    public LinearModel train(List<LabelledPaper> papers, List<LabelledPaper> byCategory) {
        Set<String> filed = new HashSet<>();
        papers.forEach(paper -> filed.add(paper.id()));
        List<LabelledPaper> others =
                byCategory.stream().filter(paper -> !filed.contains(paper.id())).toList();
        List<String> sections = sections(papers, others);
        LinearTrainer trainer = new LinearTrainer(recipe, vectors);
        BlendFit fit = new BlendFit();
        int[] folds = Folds.of(papers, INNER_FOLDS, 0);
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            LinearModel inner = trainer.train(Folds.select(papers, folds, fold, false), others, sections);
            EvidenceReader reader = new EvidenceReader(taxonomy, inner, vectors);
            for (LabelledPaper paper : Folds.select(papers, folds, fold, true)) {
                fit.add(reader.evidence(paper.document()), indices(paper));
            }
        }
        BlendFit.Fitted fitted = fit.best();
        double[] trust = sections.stream()
                .mapToDouble(section -> fitted.trust()[index(section)])
                .toArray();
        return trainer.train(papers, others, sections).calibrated(fitted.blend(), trust);
    }

    private List<String> sections(List<LabelledPaper> papers, List<LabelledPaper> others) {
        Map<String, Integer> counts = new TreeMap<>();
        Stream.concat(papers.stream(), others.stream()).forEach(paper -> counts.merge(paper.label(), 1, Integer::sum));
        return taxonomy.sections().stream()
                .map(SectionDefinition::id)
                .filter(id -> counts.getOrDefault(id, 0) >= LEAST_PAPERS)
                .toList();
    }

    private int index(String section) {
        return taxonomy.sections().stream().map(SectionDefinition::id).toList().indexOf(section);
    }

    private int[] indices(LabelledPaper paper) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < taxonomy.sections().size(); i++) {
            if (paper.labels().contains(taxonomy.sections().get(i).id())) {
                indices.add(i);
            }
        }
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }
}
