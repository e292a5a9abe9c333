package org.courant.enrich.text;

import java.util.ArrayList;
import java.util.List;
import org.courant.schemas.text.LowerCase;

/** Words as text is compared by: lower case, letters and digits only, without the plural's s. */
public final class Words {
    private Words() {}

    /** The words of a text in their order. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        String folded = LowerCase.of(text);
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(singular(folded.substring(start, i)));
                start = -1;
            }
        }
        return words;
    }

    /** Drops a plural's s; applied to both sides of every comparison, so a wrong guess does no harm. */
    private static String singular(String word) {
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("is")
                && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
