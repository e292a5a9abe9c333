package org.courant.lab.faults.history;

/**
 * What a publish process answered after the calm.
 *
 * @param server such as {@code publish-1}
 * @param path with its query, such as {@code /api/entries?limit=100}
 */
public record ApiAnswer(String server, String path, int status, String body) {}
