package org.courant.publish.view;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Reads what a person types: all words must occur, {@code "in quotes"} as a phrase, {@code word*} as a beginning,
 * {@code one|other} either, {@code -word} not, {@code word~} nearly so. No text is an error.
 */
final class EntryQuery {
    /** What is typed beyond this is cut off, which bounds the work of a search. */
    private static final int MOST_CHARACTERS = 200;

    private final Analyzer analyzer = SearchText.analyzer();

    Query of(String text, EntryFilter filter) {
        // A parser keeps state while it parses.
        SimpleQueryParser parser = new SimpleQueryParser(analyzer, SearchText.WEIGHTS);
        parser.setDefaultOperator(Occur.MUST);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(
                parser.parse(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text), Occur.MUST);
        filter.section().ifPresent(id -> exactly(query, EntryDocument.SECTION, id));
        filter.source().ifPresent(name -> exactly(query, EntryDocument.SOURCE, name));
        filter.edition().ifPresent(date -> exactly(query, EntryDocument.EDITION, date.toString()));
        filter.kind().ifPresent(kind -> exactly(query, EntryDocument.KIND, kind.name()));
        return query.build();
    }

    private static void exactly(BooleanQuery.Builder query, String field, String value) {
        query.add(new TermQuery(new Term(field, value)), Occur.FILTER);
    }
}
