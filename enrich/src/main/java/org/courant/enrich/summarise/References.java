package org.courant.enrich.summarise;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a sentence can be read without the one before it. */
final class References {
    private static final Pattern BEGINS_WITH_POINTER = Pattern.compile(
            "^(?:(?:Other|Another)\\b|(?:This|That|These|Those|Such)\\b(?! (?:paper|work|study|article|survey|thesis|report|research|position|tutorial"
                    + "|review|post|project|technical|results?|findings|experiments))|(?:They|It|Its|Their|Both|Neither|Each|He|She)\\b"
                    + "(?! (?:is|has been|remains) (?:well|widely|known|important|crucial|essential|often|common|challenging|difficult|unclear))"
                    + "|(?:The|Its|Their) (?:former|latter|first|second|third|two|three|resulting|same|other|former)\\b|Doing so|One (?:is|of which)\\b"
                    + "|(?:Are|Is|Do|Does|Can|Could|Will|Did|Should|Why|How|What|When)\\b[^?]{0,20} (?:they|it|these|this|those|such)\\b)");
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:this|these|those|such) (?:[\\w-]+ ){0,2}(?:issue|threat|risk|problem|gap|challenge|limitation|question|shortcoming|bottleneck"
                    + "|concern|trade-off|dilemma|need|drawback|phenomenon|obstacle|deficienc|weakness|constraint|assumption|difficult"
                    + "|failure|hypothes|observation|insight|disconnect|mismatch|tension|debate|barrier|void|inefficienc)\\w*"
                    + "|\\b[Ww]e (?:\\w+ly )?[a-z]+ (?:this|these) (?!(?:paper|work|study|article|survey|thesis|report|research|tutorial|review|post"
                    + "|project|is|are)\\b)[a-z]+ (?:by|with|through|via|using|in|as|from|on|and)\\b"
                    + "|\\b(?:investigate|address|explore|study|tackle|achieve|do|examine|solve|overcome|mitigate|quantify|formali[sz]e|bridge|fill"
                    + "|resolve|test|answer) (?:this|these|it|both)(?= (?:through|by|with|via|using|in|from|and|on|for|to)\\b|[,.])");

    private static final Pattern DEMONSTRATIVE = Pattern.compile(
            "\\b(?:this|these) (?!(?:paper|work|study|article|survey|thesis|report|research|tutorial|review|post|project|is|are)\\b)[a-z]");

    /** Cheap signs of what points back; most sentences have none. */
    private static final List<String> HINTS = List.of("those ", "such ", " it ", " it.", " it,", " both ", " both,");

    private References() {}

    /**
     * Whether a sentence points to something that stands before it.
     *
     * @param insideWork whether the sentence before it is about the work too: bringing that one along does no harm then
     */
    static boolean needsPrevious(String sentence, boolean insideWork) {
        if (BEGINS_WITH_POINTER.matcher(sentence).lookingAt()) {
            return true;
        }
        boolean demonstrative = sentence.contains("this ") || sentence.contains("these ");
        return (insideWork && demonstrative && DEMONSTRATIVE.matcher(sentence).find())
                || ((demonstrative || HINTS.stream().anyMatch(sentence::contains))
                        && POINTS_BACK.matcher(sentence).find());
    }
}
