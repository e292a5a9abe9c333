package org.courant.ingest.arxiv;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.courant.ingest.text.CleanText;

/** Splits arXiv's list of authors: at commas, but not at those inside an affiliation in brackets, which is left out. */
final class AuthorList {
    private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV", Pattern.CASE_INSENSITIVE);

    private AuthorList() {}

    static List<String> split(String creators) {
        List<String> authors = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < creators.length(); i++) {
            char character = creators.charAt(i);
            depth += character == '(' ? 1 : 0;
            if (character == ',' && depth == 0) {
                add(name, authors);
            } else if (depth == 0) {
                name.append(character);
            }
            depth -= character == ')' && depth > 0 ? 1 : 0;
        }
        add(name, authors);
        return authors;
    }

    private static void add(StringBuilder name, List<String> authors) {
        String author = CleanText.line(name.toString());
        name.setLength(0);
        if (SUFFIX.matcher(author).matches() && !authors.isEmpty()) {
            authors.set(authors.size() - 1, authors.get(authors.size() - 1) + ", " + author);
        } else if (!author.isEmpty()) {
            authors.add(author);
        }
    }
}
