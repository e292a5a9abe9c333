package org.courant.ingest.text;

/** The beginning of a text, cut where a reader would pause. */
public final class Excerpt {
    private static final String SENTENCE_ENDS = ".!?\u3002\uff01\uff1f";
    private static final String CLOSINGS = "'\")]\u201d";

    private Excerpt() {}

    /**
     * At most {@code most} characters: up to the end of a paragraph, else of a sentence, else of a word. The last
     * quarter is where a pause is looked for; without one the text is cut between two characters.
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int least = most - most / 4;
        int paragraph = text.lastIndexOf("\n\n", most);
        if (paragraph >= least) {
            return text.substring(0, paragraph).stripTrailing();
        }
        int sentence = lastSentenceEnd(text, least, most);
        if (sentence >= least) {
            return text.substring(0, sentence);
        }
        int word = Math.max(text.lastIndexOf(' ', most), text.lastIndexOf('\n', most));
        int end = word >= least ? word : most;
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end)
                .stripTrailing();
    }

    /** A title for a text that has none: its first words, at most {@code most} characters and an ellipsis. */
    public static String title(String text, int most) {
        int paragraph = text.indexOf('\n');
        String first = paragraph < 0 ? text : text.substring(0, paragraph);
        if (first.length() <= most) {
            return first.strip();
        }
        int sentence = lastSentenceEnd(first, 0, most);
        if (sentence > 0) {
            return first.substring(0, sentence).strip();
        }
        int word = first.lastIndexOf(' ', most - 1);
        int end = word > most / 2 ? word : most - 1;
        return first.substring(0, Character.isLowSurrogate(first.charAt(end)) ? end - 1 : end)
                        .strip() + "\u2026";
    }

    /** Where the last sentence ends that does so in a part of the text, with what closes it; -1 if none does. */
    private static int lastSentenceEnd(String text, int from, int to) {
        int found = -1;
        int at = from;
        while (at < to) {
            int end = at + 1;
            if (SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0) {
                while (end < to && CLOSINGS.indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                found = end == text.length() || Character.isWhitespace(text.charAt(end)) ? end : found;
            }
            at = end;
        }
        return found;
    }
}
