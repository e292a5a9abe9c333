package org.courant.cli.evaluate.summaries;

import java.util.List;

/**
 * A paper with summaries that people wrote.
 *
 * @param title its title
 * @param sentences its abstract, split as the data set splits it
 * @param references what people wrote, as stems
 */
record Paper(String title, List<String> sentences, List<List<String>> references) {
    String text() {
        return String.join(" ", sentences);
    }
}
