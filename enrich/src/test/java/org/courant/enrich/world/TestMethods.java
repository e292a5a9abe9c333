package org.courant.enrich.world;

import org.courant.enrich.Methods;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.classify.LexicalClassifier;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.pair.MatchLimits;
import org.courant.enrich.summarise.ExtractiveSummariser;

/** The methods that ship, made once: tests make many topologies. */
final class TestMethods {
    private static final Methods STANDARD = new Methods(
            new Profiles(FrequencyTable.shipped()),
            new PairRules(Thresholds.DEFAULT),
            MatchLimits.DEFAULT,
            new LexicalClassifier(TaxonomyFile.shipped()),
            new ExtractiveSummariser());

    private TestMethods() {}

    static Methods standard() {
        return STANDARD;
    }
}
