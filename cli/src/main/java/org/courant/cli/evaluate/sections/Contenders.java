package org.courant.cli.evaluate.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.courant.enrich.classify.Taxonomy;
import org.courant.enrich.classify.Taxonomy.SectionDefinition;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.classify.model.LinearModel.Blend;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.enrich.classify.model.WordVectorsFile;
import org.courant.learn.data.LabelledData;
import org.courant.learn.data.LabelledPaper;
import org.courant.learn.evaluate.BlendContender;
import org.courant.learn.evaluate.Contender;
import org.courant.learn.evaluate.PeerSvm;
import org.courant.learn.train.Recipe;

/** Who is measured: the parts of the classifier, a peer, and last the classifier as it ships. */
final class Contenders {
    private static final Blend CUES = Blend.ofCues(0.8, 0);
    private static final Blend PROTOTYPES = Blend.ofCues(0, 6);

    private Contenders() {}

    static List<Contender> of(boolean byList, boolean asItIs, LabelledData labelled, List<LabelledPaper> byCategory) {
        WordVectors vectors = WordVectorsFile.shipped();
        Taxonomy taxonomy = byList ? lists(labelled) : TaxonomyFile.shipped();
        if (asItIs) {
            return List.of(BlendContender.asItIs(
                    "the model that ships",
                    taxonomy,
                    vectors,
                    LinearModelFile.shipped().model()));
        }
        List<LabelledPaper> helpers = byList ? List.of() : byCategory;
        List<Contender> trained = List.of(
                new PeerSvm(),
                BlendContender.trained("n-grams", taxonomy, vectors, Recipe.NGRAMS_ONLY, List.of()),
                BlendContender.trained("word vectors", taxonomy, vectors, Recipe.VECTORS_ONLY, List.of()),
                BlendContender.trained("as it ships", taxonomy, vectors, Recipe.SHIPPED, helpers));
        if (byList) {
            return trained;
        }
        List<Contender> all = new ArrayList<>(List.of(
                BlendContender.untrained("cues", taxonomy, vectors, CUES),
                BlendContender.untrained("prototypes", taxonomy, vectors, PROTOTYPES),
                BlendContender.untrained("cues and prototypes", taxonomy, vectors, Blend.UNTRAINED)));
        all.addAll(trained);
        return all;
    }

    /** Reading lists as sections: they have neither cues nor prototypes. */
    private static Taxonomy lists(LabelledData labelled) {
        return new Taxonomy(
                labelled.labels().stream()
                        .map(list -> new SectionDefinition(list, list, "", "", Map.of(), Map.of(), List.of(), false))
                        .toList(),
                0,
                0,
                0,
                "lists");
    }
}
