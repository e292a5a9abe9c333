package org.courant.learn.evaluate;

import java.util.List;
import org.courant.enrich.classify.Evidence;
import org.courant.enrich.classify.EvidenceReader;
import org.courant.enrich.classify.Taxonomy;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.LinearModel.Blend;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.learn.data.LabelledPaper;
import org.courant.learn.train.Recipe;
import org.courant.learn.train.SectionTrainer;

/** Contenders that are made of what services run: the evidence of a taxonomy, blended. */
public final class BlendContender implements Contender {
    private final String name;
    private final Taxonomy taxonomy;
    private final WordVectors vectors;
    private final Learner learner;

    /** How a model comes from papers. */
    private interface Learner {
        LinearModel learn(List<LabelledPaper> papers);
    }

    private BlendContender(String name, Taxonomy taxonomy, WordVectors vectors, Learner learner) {
        this.name = name;
        this.taxonomy = taxonomy;
        this.vectors = vectors;
        this.learner = learner;
    }

    /** A model that is trained by a recipe. */
    public static Contender trained(
            String name, Taxonomy taxonomy, WordVectors vectors, Recipe recipe, List<LabelledPaper> byCategory) {
        SectionTrainer trainer = new SectionTrainer(taxonomy, recipe, vectors);
        return new BlendContender(name, taxonomy, vectors, papers -> trainer.train(papers, byCategory));
    }

    /** A blend without a model. */
    public static Contender untrained(String name, Taxonomy taxonomy, WordVectors vectors, Blend blend) {
        return new BlendContender(name, taxonomy, vectors, papers -> LinearModel.UNTRAINED.blended(blend));
    }

    /** A model as it is; it learns nothing. */
    public static Contender asItIs(String name, Taxonomy taxonomy, WordVectors vectors, LinearModel model) {
        return new BlendContender(name, taxonomy, vectors, papers -> model);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Judge learn(List<LabelledPaper> papers) {
        LinearModel model = learner.learn(papers);
        EvidenceReader reader = new EvidenceReader(taxonomy, model, vectors);
        return paper -> {
            double[] scores = reader.evidence(paper.document()).scores(model.blend());
            int best = Evidence.best(scores);
            return new Verdict(taxonomy.sections().get(best).id(), scores[best]);
        };
    }
}
