package org.courant.ingest.arxiv;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.courant.ingest.text.CleanText;

/** Splits arXiv's list of authors: at commas, but not at those inside an affiliation in brackets, which is left out. */
final class AuthorList {
    private static final Pattern SUFFIX = Pattern.compile(
            "(?:Jr|Sr|Esq)\\.?|I{2,3}|IV|VI{0,3}|S\\.?J\\.?|O\\.?P\\.?|Ph\\.?\\s?D\\.?|M\\.?D\\.?",
            Pattern.CASE_INSENSITIVE);
    /** The last two names of a list; names of groups have this word within them. */
    private static final Pattern AND = Pattern.compile("\\s+(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEADING_AND = Pattern.compile("^(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUP = Pattern.compile(
            "\\b(?:collaborations?|teams?|groups?|consortium|institutes?|labs?|laboratory|university|project)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER = Pattern.compile("\\pL");

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
        String line = LEADING_AND
                .matcher(CleanText.line(TexAccents.decoded(name.toString())))
                .replaceFirst("");
        name.setLength(0);
        String[] people = GROUP.matcher(line).find() ? new String[] {line} : AND.split(line);
        boolean whole = Arrays.stream(people).allMatch(person -> person.indexOf(' ') > 0);
        for (String author : whole ? people : new String[] {line}) {
            add(author, authors);
        }
    }

    private static void add(String author, List<String> authors) {
        if (SUFFIX.matcher(author).matches() && !authors.isEmpty()) {
            authors.set(authors.size() - 1, authors.get(authors.size() - 1) + ", " + author);
        } else if (LETTER.matcher(author).find()) {
            // arXiv writes the colon behind the name of a group as an author of its own.
            authors.add(author);
        }
    }
}
