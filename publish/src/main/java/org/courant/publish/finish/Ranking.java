package org.courant.publish.finish;

/**
 * The score by which entries of a section are ordered. It depends on the entry alone, so that a new entry changes no
 * other:
 *
 * <pre>
 * rankScore = confidence of the section, 0 to 1
 *           + 0.1  for each further source that it appeared at, at most 5 of them
 *           + 0.5  for each further kind of source (arXiv, forum, media), at most 2 of them
 *           - 0.25 if it is a later version of a known work
 * </pre>
 */
final class Ranking {
    private static final double PER_SOURCE = 0.1;
    private static final int MOST_SOURCES = 5;
    private static final double PER_KIND = 0.5;
    private static final int MOST_KINDS = 2;
    private static final double REVISION = 0.25;

    private Ranking() {}

    static double score(double sectionConfidence, int sources, int kinds, int version) {
        return sectionConfidence
                + PER_SOURCE * further(sources, MOST_SOURCES)
                + PER_KIND * further(kinds, MOST_KINDS)
                - (version > 1 ? REVISION : 0);
    }

    private static int further(int count, int most) {
        return Math.min(Math.max(count - 1, 0), most);
    }
}
