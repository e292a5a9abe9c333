package org.courant.enrich.works;

/** Something else than its members may have changed of a story, which is the key. */
public record TouchedStory() {}
