package org.courant.bench;

import java.util.List;

/**
 * What a work says.
 *
 * @param sentences the abstract, without full stops
 */
record Paper(String title, List<String> authors, List<String> sentences) {
    String text() {
        return String.join(". ", sentences) + ".";
    }
}
