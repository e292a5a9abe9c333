package org.courant.enrich;

import org.courant.enrich.classify.Classifier;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.summarise.Summariser;

/**
 * How the stages judge texts; each of them pure.
 *
 * @param profiles what of a work is compared
 * @param rules what comes of comparing two
 * @param limits how far they may be apart in time
 * @param classifier chooses the section of a story
 * @param summariser says what a story is about
 */
public record Methods(
        Profiles profiles, PairRules rules, MatchLimits limits, Classifier classifier, Summariser summariser) {}
