package org.courant.publish.view;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.courant.schemas.DigestEntry;

/** An entry as the index holds it: texts to be searched, values to be filtered by, values to be ordered by. */
final class EntryDocument {
    static final String ID = "id";
    static final String PUBLISHED = "published";
    static final String SECTION = "section";
    static final String EDITION = "edition";
    static final String KIND = "kind";
    static final String SOURCE = "source";

    private EntryDocument() {}

    static Document of(DigestEntry entry) {
        Document document = new Document();
        document.add(new StringField(ID, entry.getEntryId(), Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(entry.getEntryId())));
        document.add(new NumericDocValuesField(PUBLISHED, entry.getPublishedAt().toEpochMilli()));
        exact(document, SECTION, entry.getSection().getId());
        exact(document, EDITION, entry.getEdition().toString());
        exact(document, KIND, entry.getSourceKind().name());
        text(document, SearchText.TITLE, entry.getTitle());
        text(document, SearchText.SUMMARY, entry.getSummary());
        entry.getAuthors().forEach(author -> text(document, SearchText.AUTHORS, author));
        EntryTable.sources(entry).forEach(source -> {
            exact(document, SOURCE, source);
            text(document, SearchText.SOURCES, source);
        });
        entry.getCategories().forEach(category -> text(document, SearchText.SOURCES, category));
        text(document, SearchText.SOURCES, entry.getEntryId());
        return document;
    }

    private static void exact(Document document, String field, String value) {
        // Lucene refuses terms of more than 32766 bytes; no filter is as long as that.
        if (value.length() < 1_000) {
            document.add(new StringField(field, value, Store.NO));
        }
    }

    private static void text(Document document, String field, String value) {
        document.add(new TextField(field, value, Store.NO));
    }
}
