package org.courant.enrich.compare;

import org.courant.enrich.record.Profile;

/**
 * Tells papers of the same year by titles and authors, where the text does not. Where a year is unknown or both texts
 * speak against it, the titles must be the same.
 */
final class TitleRule {
    private static final double SOME_AUTHORS = 0.1;
    private static final double MOST_AUTHORS = 0.5;
    private static final double ALL_AUTHORS = 0.75;

    /** Shorter titles, such as "Guest editorial", are given to many works. */
    private static final int TELLING_WORDS = 4;

    /** So long a title is given once, and names are spelt in too many ways to insist on them. */
    private static final int TELLING_WORDS_OF_ANYBODY = 5;

    /** Two texts of so many rare shingles would show it if they were of one work. */
    private static final int TELLING_TEXT = 32;

    private final Thresholds thresholds;

    TitleRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** How alike the titles of two works are whose texts are not, 0 where it is not enough. */
    double score(Profile left, Profile right) {
        boolean known = left.getYear() != 0 && right.getYear() != 0;
        double authors = AuthorKeys.similarity(left.getAuthors(), right.getAuthors());
        boolean equal = left.getTitle().equals(right.getTitle());
        boolean strangers = authors < SOME_AUTHORS && !(equal && known);
        if (strangers || (known && left.getYear() != right.getYear()) || isColumn(left, right)) {
            return 0;
        }
        Titles.Likeness title = Titles.likeness(left.getTitle(), right.getTitle());
        boolean textsDiffer = Math.min(left.getShingles(), right.getShingles()) >= TELLING_TEXT;
        if ((textsDiffer || !known) && title.jaccard() < thresholds.sameTitle()) {
            return 0;
        }
        long words = Math.min(Titles.contentWords(left.getTitle()), Titles.contentWords(right.getTitle()));
        boolean once = equal && !textsDiffer && words >= TELLING_WORDS_OF_ANYBODY;
        return once || isEnough(title, authors, words) ? title.jaccard() : 0;
    }

    private static boolean isColumn(Profile left, Profile right) {
        return Titles.isColumn(left.getTitle()) || Titles.isColumn(right.getTitle());
    }

    private boolean isEnough(Titles.Likeness title, double authors, long words) {
        boolean sameTitle = title.jaccard() >= thresholds.title() && authors >= SOME_AUTHORS && words >= TELLING_WORDS;
        boolean samePeople = title.jaccard() >= thresholds.titleOfSameAuthors() && authors >= MOST_AUTHORS;
        boolean subtitle =
                title.containment() >= thresholds.subtitle() && authors >= ALL_AUTHORS && words >= TELLING_WORDS;
        return sameTitle || samePeople || subtitle;
    }
}
