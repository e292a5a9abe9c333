package org.courant.enrich.summarise;

import java.util.regex.Pattern;

/** Tells whether a sentence can be read without the one before it. */
final class References {
    private static final String WORK =
            "(?:paper|work|study|article|survey|thesis|report|research|position|tutorial|review"
                    + "|post|project|technical)";
    private static final Pattern BEGINS_WITH_POINTER =
            Pattern.compile("(?:(?:This|That|These|Those|Such)\\b(?! (?:" + WORK + "|results?|findings|experiments)\\b)"
                    + "|(?:They|It|Its|Their|Both|Neither|Each|He|She|Other|Another|Doing so|However|But)\\b"
                    + "(?! (?:is|has been|remains) (?:well|widely|known|important|crucial|essential|often|common|challenging|difficult|unclear))"
                    + "|The (?:former|latter|first|second|third|two|three|resulting|same|other)\\b|One (?:is|of which)\\b"
                    + "|(?:Are|Is|Do|Does|Can|Could|Will|Did|Should|Why|How|What|When)\\b[^?]{0,20} (?:they|it)\\b"
                    + "|(?:Despite|Although|Though|While|Owing to|Because of|Due to|Given|Unlike|Beyond|Towards?|As|For|With|By|In|On)"
                    + " (?:[^,]{0,120}, )?(?:however, )?(?:it|its|they|their|them)\\b"
                    + "|(?:We|I) (?:[a-z]+ly )?[a-z]+ (?:that |how |why |whether )?(?:they|it|them|both)\\b)");

    /**
     * Wherever it stands: it may point to what the sentence itself has named, which then brings a neighbour for
     * nothing.
     */
    private static final Pattern DEMONSTRATIVE =
            Pattern.compile("\\b(?:[Tt]his|[Tt]hese|[Ss]uch)\\b(?! (?:" + WORK + "|https?|as|that|an?)\\b)"
                    + "|\\b[Tt]hose\\b(?! (?:of|that|who|which|with|without|in|from|on|for|by|obtained)\\b)");

    private References() {}

    /** Whether a sentence points to something that stands before it. */
    static boolean needsPrevious(String sentence) {
        return BEGINS_WITH_POINTER.matcher(sentence).lookingAt()
                || (hasDemonstrative(sentence)
                        && DEMONSTRATIVE.matcher(sentence).find());
    }

    /** Most sentences have none, which is told sooner without a pattern. */
    private static boolean hasDemonstrative(String sentence) {
        return sentence.contains("his ")
                || sentence.contains("hese ")
                || sentence.contains("hose ")
                || sentence.contains("uch ");
    }
}
