package org.courant.enrich.languagemodel.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A summary tells of the work in the third person, to no one in particular, and says nothing about itself. */
final class Voice {
    private static final Pattern FIRST_OR_SECOND = Pattern.compile(
            "\\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves|[Mm]y|[Mm]yself|me|[Yy]ou|[Yy]ours?|[Yy]ourself)\\b|\\bI(?:['’](?:m|ve|d|ll)\\b| [a-z]+)");
    private static final Pattern ABOUT_ITSELF = Pattern.compile(
            "(?i)^(?:sure|certainly|of course|here (?:is|are)|summary|abstract|tl;?dr)\\b|\\bas an? (?:ai|language model|assistant)\\b|\\b(?:ignore|disregard|forget) (?:all|any|the|these|previous|prior|above)\\b|\\b(?:system|previous|above) (?:prompt|instructions?)\\b");

    private Voice() {}

    static Optional<String> fault(String summary) {
        return first(FIRST_OR_SECOND, summary, "it speaks as the authors or to the reader")
                .or(() -> first(ABOUT_ITSELF, summary, "it speaks about itself or gives instructions"));
    }

    private static Optional<String> first(Pattern pattern, String text, String what) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of("%s: '%s'".formatted(what, found.group())) : Optional.empty();
    }
}
