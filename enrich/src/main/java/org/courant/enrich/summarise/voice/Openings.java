package org.courant.enrich.summarise.voice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts at the beginning and the end of a sentence that can be made safely: what names the paper itself ("In this paper,
 * we"), and what points back to a sentence that no longer stands before it ("To address this issue, ", "However, ").
 */
public final class Openings {
    private static final String PAPER = "(?:paper|work|study|article|report|thesis|dissertation|letter|survey|review"
            + "|research|manuscript|chapter|tutorial|note|project|post|contribution|proposal|demo|investigation|extended abstract)";
    private static final Pattern LABEL = Pattern.compile(
            "^(?:background|introduction|motivation|purposes?|objectives?|aims?|goals?|methods?|materials and methods"
                    + "|methodology|approach|design|results?|findings|conclusions?|discussion|significance|implications"
                    + "|contributions?|main results?|results and conclusions?|background and objectives?)\\s?[:.]\\s+(?=\\p{Lu})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_THIS_PAPER =
            Pattern.compile("^(?:In|Within|Throughout) (?:this|our|the present|the current)" + " (?:[\\w-]+ ){0,2}?"
                    + PAPER + "(?: paper| article)?(?:, (?!and\\b|or\\b)| (?=(?:we|I|our)\\b))(?!which\\b|where\\b)");
    private static final Pattern INSIDE =
            Pattern.compile(", in this (?:paper|work|study|article|report), (?=(?:we|I)\\b)");
    private static final Pattern HERE = Pattern.compile("^Here(?:in)?,? (?=(?:we|I)\\b)");
    private static final Pattern POINTING_BACK = Pattern.compile(
            "^(?:To (?:this|that|these) ends?|For (?:this|that|these) (?:purpose|reason)s?|(?:To|Towards?|In order to) (?:[a-z]+ly |further |better )?[a-z]+(?: and [a-z]+)?"
                    + " (?:this|these|those|such|the above|the former|the latter|the aforementioned|both|it|them)\\b[^,;:]{0,70}"
                    + "|(?:By |While )?(?:[Ll]everaging|[Uu]sing|[Uu]tili[sz]ing|[Ee]xploiting|[Ee]xtending|[Aa]pplying|[Ff]ollowing|[Aa]dopting|[Ee]mploying"
                    + "|[Aa]ddressing|[Cc]ombining) (?:this|these|those|such|both)\\b[^,;:]{0,70}"
                    + "|(?:Motivated|Inspired|Driven|Guided|Informed) by (?:this|these|those|such)\\b[^,;:]{0,60}"
                    + "|(?:Based|Building|Drawing) (?:up)?on (?:this|these|those|such|it)\\b[^,;:]{0,60}"
                    + "|(?:Despite|Because of|Due to|Given|In light of|With|In response to|In view of|Under|From|Following|In) "
                    + "(?:this|these|that|those)\\b(?! (?:paper|work|study|article|survey))[^,;:]{0,60}"
                    + "|In response|Therefore|Thus|Hence|Consequently|As a (?:result|consequence)|Accordingly|However|Nevertheless|Nonetheless"
                    + "|Moreover|Furthermore|Additionally|In addition|Besides|Also|Likewise|Similarly|Meanwhile|Still"
                    + "|In contrast|By contrast|On the other hand|On the one hand|Conversely|Instead|Specifically|In particular|Concretely"
                    + "|More specifically|For example|For instance|In other words|Indeed|In fact|Then|Next|Finally|Lastly"
                    + "|(?:First|Second|Third|Fourth)(?:ly)?|Subsequently|Afterwards|In turn|As such|In summary|Overall"
                    + "|That is|Otherwise|Yet|In this (?:context|regard|setting|direction|way|sense|case|spirit|vein)|On top of (?:this|that)"
                    + "|Beyond (?:this|that)|Beyond these [^,;:]{0,40}|Here), (?!and\\b|or\\b)");
    private static final Pattern CONJUNCTION =
            Pattern.compile("^(?:But|And|Yet|So|Thus|Hence|Therefore) (?=\\p{Ll})(?!that\\b|far\\b)");
    private static final Pattern PURPOSE_BEHIND = Pattern.compile(
            ",? (?:in order )?to (?:address|tackle|solve|overcome|mitigate|alleviate|resolve|bridge|fill|close|remedy|meet|handle"
                    + "|counter|fix|answer) (?:this|these|those|the above|the aforementioned|such) (?:[\\w-]+ ){0,2}[\\w-]+(?=\\.$)");

    private Openings() {}

    /**
     * The sentence without what can be cut.
     *
     * @param followsOn whether the sentence before it in the source still stands before it
     */
    public static String cut(String sentence, boolean followsOn) {
        String text = without(LABEL, sentence);
        if (!followsOn) {
            text = without(CONJUNCTION, without(POINTING_BACK, text));
        }
        text = without(HERE, without(IN_THIS_PAPER, text));
        text = text.contains(", in this ") ? INSIDE.matcher(text).replaceFirst(", ") : text;
        return followsOn || !pointsBack(text)
                ? text
                : PURPOSE_BEHIND.matcher(text).replaceFirst("");
    }

    /** A cheap sign of what {@link #PURPOSE_BEHIND} cuts. */
    private static boolean pointsBack(String text) {
        return text.contains(" this ")
                || text.contains(" these ")
                || text.contains(" those ")
                || text.contains(" such ")
                || text.contains(" the a");
    }

    private static String without(Pattern opening, String text) {
        Matcher matcher = opening.matcher(text);
        return matcher.lookingAt() && matcher.end() < text.length() ? capitalised(text.substring(matcher.end())) : text;
    }

    /** With a capital letter in front, unless the first word is a name that is written as it is written. */
    static String capitalised(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            if (!Character.isLowerCase(text.charAt(end))) {
                return text;
            }
            end++;
        }
        boolean variable =
                end < text.length() && (text.charAt(end) == '-' ? end == 1 : Character.isDigit(text.charAt(end)));
        return end == 0 || variable ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
