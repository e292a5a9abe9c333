package org.courant.enrich.text;

import java.util.ArrayList;
import java.util.List;
import org.courant.schemas.text.LowerCase;

/** The words of {@link Words}, one for one, with their plural's s: what people are shown of them. */
public final class SpeltWords {
    private SpeltWords() {}

    /** The words of a text in their order, in lower case. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String folded = LowerCase.of(text);
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
