package org.courant.publish.json;

/** An entry that is no longer there. */
public record WithdrawnJson(String entryId) {}
