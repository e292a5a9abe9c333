package org.courant.enrich.summarise.prose;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences that are about the publication and not about the work: what a feed or a forum hangs below a text, remarks
 * of submitters, where the code is. They are dropped unless nothing else is left.
 */
final class Footers {
    private static final Pattern FOOTER = Pattern.compile(
            "^(?:\\d+ posts? - \\d+ participants?|posts: \\d+|participants: \\d+|read (?:the )?(?:full|more|original)\\b.*"
                    + "|continue reading.*|the post .{1,300} (?:appeared first on|first appeared on) .*"
                    + "|this (?:post|article|story) (?:was )?(?:originally )?(?:appeared|published) (?:first )?(?:on|in|at) .*"
                    + "|this is a companion discussion topic for.*|originally (?:published|posted) .*"
                    + "|(?:comments?: )?\\d+ pages\\b.*|comments?: .*"
                    + "|(?:accepted|to appear|submitted|presented|published)(?: as [^.]{1,40})? (?:at|in|to|by|for)\\b.*"
                    + "|arxiv:\\d{4}\\.\\d+.*|announce type:.*|project (?:page|website|site)\\b.*|source: .{0,80}"
                    + "|(?:share|subscribe|follow us|sign up|click here|image credits?|photo by)\\b.{0,160}"
                    + "|(?:copyright|©) .*|all rights reserved.*|tags?: .*|via .{0,40})$",
            Pattern.CASE_INSENSITIVE);
    private static final String THING = "(?:codes?|codebase|data|datasets?|models?|weights|checkpoints?|scripts?"
            + "|implementations?|demos?|materials?|benchmarks?|resources?|repository|toolkit|package|software|library"
            + "|website|homepage|page|videos?|supplementary|prompts?|artifacts?)";
    private static final Pattern PLACE = Pattern.compile(
            "^(?:\\S+ ){0,6}?" + THING
                    + "\\b.{0,80}\\b(?:is|are|be|been|was|were)\\s(?:(?:now|all|also|made|publicly|freely|openly"
                    + "|fully|partially|both|being|here|further|soon)\\s){0,3}"
                    + "(?:available|released|open-?\\s?sourced|accessible|hosted)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTER = Pattern.compile(
            ".*\\b(?:" + THING
                    + "|available|released|open-?\\s?sourced?|found|visit|see)\\b.*(?:https?://|this https? url|github|huggingface\\.co|www\\.).*",
            Pattern.CASE_INSENSITIVE);
    /** Cheap signs of the patterns, since most sentences match none of them. */
    private static final List<String> HINTS_OF_ADDRESS = List.of("://", "this http", "ithub", "uggingface.co");

    private static final List<String> HINTS_OF_PLACE = List.of("vailable", "release", "ourced", "public");
    private static final int LONGEST_POINTER = 260;

    private Footers() {}

    static boolean isFooter(String sentence) {
        return FOOTER.matcher(sentence).matches() || (sentence.length() <= LONGEST_POINTER && isPlaceOfCode(sentence));
    }

    private static boolean isPlaceOfCode(String sentence) {
        if (HINTS_OF_ADDRESS.stream().anyMatch(sentence::contains)) {
            return POINTER.matcher(sentence).matches();
        }
        return sentence.length() <= LONGEST_POINTER / 2
                && HINTS_OF_PLACE.stream().anyMatch(sentence::contains)
                && PLACE.matcher(sentence).matches();
    }
}
