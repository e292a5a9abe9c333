package org.courant.enrich.languagemodel.check;

import java.util.Locale;

/** What comes of checking an answer. */
public sealed interface Checked {
    /** It may be published; plain text on one line. */
    record Accepted(String text) implements Checked {}

    /**
     * It may not.
     *
     * @param detail one sentence for a person
     */
    record Refused(Reason reason, String detail) implements Checked {}

    /** Why an answer is refused. */
    enum Reason {
        /** It is not the JSON object that was asked for. */
        FORMAT,
        /** It holds markup, an address or characters that no one sees. */
        MARKUP,
        /** It is too short, or longer than its source or than a reader wants. */
        LENGTH,
        /** It is in another language than its source. */
        LANGUAGE,
        /** It speaks as the authors, to the reader, or about itself. */
        VOICE,
        /** It has a number, name or formula that its source does not have, or too many words of its own. */
        INVENTION,
        /** The endpoint gives no answer to this text, but to others. */
        UNANSWERED;

        /** As it stands in records and metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
