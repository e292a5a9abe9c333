package org.courant.enrich.match;

/** Names of the rules that decide on an item. */
public final class Rule {
    /** The item was the first of its story. */
    public static final String FIRST = "first";

    /** The item shares an identity with another one of the story. */
    public static final String IDENTITY = "identity";

    /** The story holds as many items as a story can. */
    public static final String CROWDED = "crowded";

    private Rule() {}
}
