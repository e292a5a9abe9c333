package org.courant.publish.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;

/**
 * A full-text index of the entries, in memory. One thread writes, any number searches.
 *
 * <p>A score is the sum of the weights of the fields that match and of nothing else: with statistics of the index in
 * it, two instances that have read the same records would rank them differently. The index holds neither files nor
 * threads, so it needs no closing.
 */
final class EntryIndex {
    private static final Sort BEST_FIRST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(EntryDocument.PUBLISHED, SortField.Type.LONG, true),
            new SortField(EntryDocument.ID, SortField.Type.STRING));

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final EntryQuery queries = new EntryQuery();
    private final AtomicBoolean changed = new AtomicBoolean();

    EntryIndex() {
        BooleanSimilarity similarity = new BooleanSimilarity();
        try {
            writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(SearchText.analyzer())
                            .setSimilarity(similarity)
                            .setMergeScheduler(new SerialMergeScheduler())
                            .setRAMBufferSizeMB(8));
            searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                    IndexSearcher searcher = new IndexSearcher(reader);
                    searcher.setSimilarity(similarity);
                    return searcher;
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
        }
    }

    /** An entry that has been found, by its place among the results. */
    record Found(List<SearchKey> keys, int total) {}

    void put(DigestEntry entry) {
        try {
            writer.updateDocument(new Term(EntryDocument.ID, entry.getEntryId()), EntryDocument.of(entry));
            changed.set(true);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
        }
    }

    void remove(String entryId) {
        try {
            writer.deleteDocuments(new Term(EntryDocument.ID, entryId));
            changed.set(true);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
        }
    }

    /** The best entries after a place, at most so many. */
    Found search(String text, EntryFilter filter, @Nullable SearchKey after, int limit) {
        try {
            if (changed.getAndSet(false)) {
                searchers.maybeRefreshBlocking();
            }
            IndexSearcher searcher = searchers.acquire();
            try {
                return search(searcher, queries.of(text, filter), after, limit);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
        }
    }

    private static Found search(IndexSearcher searcher, Query query, @Nullable SearchKey after, int limit)
            throws IOException {
        FieldDoc start =
                after == null ? null : fieldDoc(after, searcher.getIndexReader().maxDoc());
        TopFieldDocs top =
                searcher.search(query, new TopFieldCollectorManager(BEST_FIRST, limit, start, Integer.MAX_VALUE));
        List<SearchKey> keys = new ArrayList<>(top.scoreDocs.length);
        for (ScoreDoc doc : top.scoreDocs) {
            Object[] fields = ((FieldDoc) doc).fields;
            keys.add(new SearchKey((Float) fields[0], (Long) fields[1], ((BytesRef) fields[2]).utf8ToString()));
        }
        return new Found(keys, Math.toIntExact(top.totalHits.value));
    }

    /** The number of a document decides between equal places only; the last one lets none of them through again. */
    private static FieldDoc fieldDoc(SearchKey key, int documents) {
        return new FieldDoc(Math.max(0, documents - 1), key.score(), new Object[] {
            key.score(), key.publishedAt(), new BytesRef(key.entryId())
        });
    }
}
