package org.courant.enrich.compare;

import org.courant.enrich.record.Profile;

/** Tells papers of the same year by titles and authors, where there is no text to compare. */
final class TitleRule {
    private static final double MOST_AUTHORS = 0.5;
    private static final double ALL_AUTHORS = 0.75;
    /** Shorter titles, such as "Guest editorial", are given to many works. */
    private static final int TELLING_WORDS = 4;

    private static final int TELLING_WORDS_OF_SAME_AUTHORS = 3;

    private final Thresholds thresholds;

    TitleRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** How alike the titles are, 0 where it is not enough. */
    double score(Profile left, Profile right) {
        boolean sameYear = left.getYear() != 0 && left.getYear() == right.getYear();
        double authors = AuthorKeys.similarity(left.getAuthors(), right.getAuthors());
        if (!sameYear || authors == 0) {
            return 0;
        }
        Titles.Likeness title = Titles.likeness(left.getTitle(), right.getTitle());
        long words = Math.min(Titles.contentWords(left.getTitle()), Titles.contentWords(right.getTitle()));
        boolean sameTitle = title.jaccard() >= thresholds.title() && words >= TELLING_WORDS;
        boolean samePeople = title.jaccard() >= thresholds.titleOfSameAuthors() && authors >= MOST_AUTHORS;
        boolean subtitle = title.containment() >= thresholds.subtitle()
                && authors >= ALL_AUTHORS
                && words >= TELLING_WORDS_OF_SAME_AUTHORS;
        return sameTitle || samePeople || subtitle ? title.jaccard() : 0;
    }
}
