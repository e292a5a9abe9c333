package org.courant.enrich.world;

import org.courant.enrich.Methods;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.classify.Classifier;
import org.courant.enrich.classify.LexicalClassifier;
import org.courant.enrich.classify.SectionClassifier;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.summarise.ExtractiveSummariser;

/** How the stages judge texts in tests, made once: tests make many topologies. */
public final class TestMethods {
    private static final Methods QUICK = with(new LexicalClassifier(TaxonomyFile.shipped()));

    private TestMethods() {}

    /** Sections by cues alone, since laws take hundreds of thousands of decisions. */
    public static Methods standard() {
        return QUICK;
    }

    /** What the service has if no setting says otherwise. */
    static Methods shipped() {
        return with(SectionClassifier.shipped(TaxonomyFile.shipped()));
    }

    /** Sections by another classifier. */
    public static Methods with(Classifier classifier) {
        return new Methods(
                new Profiles(FrequencyTable.shipped()),
                new PairRules(Thresholds.DEFAULT),
                MatchLimits.DEFAULT,
                classifier,
                new ExtractiveSummariser());
    }
}
