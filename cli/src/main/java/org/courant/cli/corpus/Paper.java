package org.courant.cli.corpus;

import java.util.List;

/**
 * A paper as a list announced it.
 *
 * @param id arXiv id without version
 * @param title title
 * @param text abstract
 * @param authors authors in their order
 * @param year year of the announcement
 */
public record Paper(String id, String title, String text, List<String> authors, int year) {
    public Paper {
        authors = List.copyOf(authors);
    }
}
