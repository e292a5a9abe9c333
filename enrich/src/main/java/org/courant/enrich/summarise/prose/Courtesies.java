package org.courant.enrich.summarise.prose;

import java.util.regex.Pattern;

/** What people say to be kind: greetings, thanks in advance, goodbyes. */
final class Courtesies {
    private static final Pattern COURTESY = Pattern.compile(
            "^(?:(?:please|excuse me|forgive me|i(?:'m| am|’m) (?:very |quite |totally |pretty )?new (?:here|to this)|i know this|first of all)\\b.{0,110}"
                    + "|(?:hi|hello|hey|greetings|good (?:morning|day|evening|afternoon)|dear)\\b[^.?]{0,60}"
                    + "|(?:many |lots of )?thank(?:s| you)\\b.{0,100}|cheers\\b.{0,40}|(?:best|kind) regards.{0,40}|regards.{0,30}"
                    + "|any (?:help|ideas?|advice|suggestions?|thoughts?|pointers?|feedback|hints?|input|tips?|guidance)\\b.{0,110}"
                    + "|(?:hope|hoping) .{0,80}|sorry .{0,90}|(?:please )?(?:let me know|help)[^?]{0,70}"
                    + "|(?:i )?(?:would|'d)? ?(?:really |greatly |highly )?appreciate.{0,100}"
                    + "|i (?:would|'d) (?:really |greatly |highly )?appreciate.{0,100}"
                    + "|(?:great|nice|awesome|excellent) (?:work|job|post|stuff)\\b.{0,40}|welcome\\b.{0,60})[.!:,;)\\s]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GREETING = Pattern.compile(
            "^(?:hi|hello|hey|hallo)(?:,? (?:all|there|everyone|everybody|guys|folks|team|community))?\\s?[,!:.-]+\\s+(?-i:(?=\\p{Lu}))",
            Pattern.CASE_INSENSITIVE);

    private Courtesies() {}

    static boolean isCourtesy(String sentence) {
        return sentence.length() < 140 && COURTESY.matcher(sentence).matches();
    }

    /** A sentence without the greeting that it begins with. */
    static String withoutGreeting(String sentence) {
        return GREETING.matcher(sentence).replaceFirst("");
    }
}
