package org.courant.publish.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.courant.publish.json.EntryJson;
import org.courant.publish.json.WithdrawnJson;
import org.courant.publish.view.EntryChange;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/**
 * A change as every client gets it, but for the id, which is the client's own. It is rendered when the first client
 * needs it and kept for the others.
 */
final class Frame {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntryChange change;
    private volatile byte @Nullable [] body;

    Frame(EntryChange change) {
        this.change = change;
    }

    int partition() {
        return change.partition();
    }

    long offset() {
        return change.offset();
    }

    /** Event and data as the format has them, with the blank line that ends them. */
    byte[] body() {
        byte[] rendered = body;
        if (rendered == null) {
            rendered = render(change);
            body = rendered;
        }
        return rendered;
    }

    private static byte[] render(EntryChange change) {
        DigestEntry entry = change.entry();
        String text = entry == null
                ? "event: withdraw\ndata: " + json(new WithdrawnJson(change.entryId()))
                : "event: upsert\ndata: " + json(EntryJson.of(entry));
        return (text + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** JSON has no line breaks outside of strings and escapes them inside, so it is one line of data. */
    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a record of texts and numbers has no JSON", impossible);
        }
    }
}
