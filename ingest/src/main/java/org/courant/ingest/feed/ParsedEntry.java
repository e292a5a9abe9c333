package org.courant.ingest.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed, whatever its format was. Texts are plain and may be empty.
 *
 * @param guid what the feed calls it, verbatim but for white space around it
 * @param link where a reader finds it, absolute http or https
 * @param title on one line
 * @param text paragraphs separated by empty lines
 * @param published null where the feed does not say
 * @param updated null where the feed does not say
 * @param doi as the feed writes it
 * @param licence URL
 * @param attributes what else may be of use, e.g. {@code comments}
 * @param problem why it could not be read; empty where it was
 * @param raw the entry as it was delivered, for a person to look at
 */
public record ParsedEntry(
        String guid,
        String link,
        String title,
        String text,
        List<String> authors,
        List<String> categories,
        @Nullable Instant published,
        @Nullable Instant updated,
        String doi,
        String licence,
        Map<String, String> attributes,
        String problem,
        Supplier<byte[]> raw) {
    public ParsedEntry {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        attributes = Map.copyOf(attributes);
    }
}
