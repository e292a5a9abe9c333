package org.courant.enrich.classify;

import java.util.List;
import org.courant.schemas.SourceKind;

/** Finds the section of a story. Pure: the same input gives the same scores on every machine. */
public interface Classifier {
    Classification classify(Document document);

    /**
     * Name and version, which entries carry: of the method and of what it has learnt. Not of the file of sections: what
     * an edit of that changes for an entry shows in the entry itself, and no other entry is to change with it.
     */
    String version();

    /**
     * What a section is chosen by.
     *
     * @param title title, plain text
     * @param body abstract or text, plain text
     * @param categories categories or tags in the order of the source
     * @param kind kind of the source
     */
    record Document(String title, String body, List<String> categories, SourceKind kind) {
        public Document {
            categories = List.copyOf(categories);
        }
    }
}
