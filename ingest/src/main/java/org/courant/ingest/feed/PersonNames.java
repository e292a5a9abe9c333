package org.courant.ingest.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.courant.ingest.text.CleanText;

/**
 * Tells the names of people from what feeds write beside them. RSS wants {@code jane@example.org (Jane Doe)}, others
 * write {@code Jane Doe <jane@example.org>}; an address is nobody's name and is not shown to readers.
 */
final class PersonNames {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:mailto:)?[^\\s<>()\\[\\]{},;:\"'@]+@[^\\s<>()\\[\\]{},;:\"'@]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("<\\s*>|\\(\\s*\\)|\\[\\s*\\]");
    private static final Pattern AROUND = Pattern.compile("^[\\s\"',]+|[\\s\"',]+$");

    private PersonNames() {}

    /**
     * The names in one element, which are apart by semicolons where there are several, with addresses also by commas.
     */
    static List<String> of(String text) {
        Matcher addresses = ADDRESS.matcher(text);
        boolean addressed = addresses.find();
        boolean several = addressed && addresses.find();
        List<String> names = new ArrayList<>();
        for (String part : (several ? text.replace(',', ';') : text).split(";", -1)) {
            String name = CleanText.line(addressed ? withoutAddress(part) : part);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Brackets that held an address, or the name beside one, go with it; others belong to the name. */
    private static String withoutAddress(String text) {
        String bare =
                EMPTY_BRACKETS.matcher(ADDRESS.matcher(text).replaceAll(" ")).replaceAll(" ");
        String name = AROUND.matcher(bare).replaceAll("");
        return name.startsWith("(") && name.endsWith(")") ? name.substring(1, name.length() - 1) : name;
    }
}
