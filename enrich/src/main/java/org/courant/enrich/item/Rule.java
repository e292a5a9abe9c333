package org.courant.enrich.item;

/** Names of the rules that decide on an item. */
public final class Rule {
    /** The item was the first of its story. */
    public static final String FIRST = "first";

    /** The item shares an identity with another one of the story. */
    public static final String IDENTITY = "identity";

    /** The text of one item stands, for the most part, in another one of the story. */
    public static final String TEXT = "text";

    /** Two papers have like titles, the same authors and about the same year. */
    public static final String TITLE = "title";

    /** The story holds as many items as a story can. */
    public static final String CROWDED = "crowded";

    /** No match: the titles differ in numerals only, like the parts or years of a series. */
    public static final String SERIES = "series";

    /** No match: two topics of one forum, of which one may quote the other. */
    public static final String FORUM = "forum";

    /** No match: one publisher's texts share what its texts have in common. */
    public static final String TEMPLATE = "template";

    /** No match: papers of different ids by different authors, whose texts are not the same. */
    public static final String AUTHORS = "authors";

    /** No match: one registry gave them two ids, and neither text nor title says that they are one. */
    public static final String PAPERS = "papers";

    /** No match: of one kind and under unlike titles, they share words but not most of the text. */
    public static final String SUCCESSOR = "successor";

    /** No match: one is an answer to the other, or its correction. */
    public static final String REPLY = "reply";

    private Rule() {}
}
