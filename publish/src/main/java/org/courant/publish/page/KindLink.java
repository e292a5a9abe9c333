package org.courant.publish.page;

/**
 * A choice of the kind of source.
 *
 * @param badge class of the style sheet; empty for all kinds
 * @param current whether it is what the page shows
 */
public record KindLink(String name, String badge, int entries, String href, boolean current) {}
