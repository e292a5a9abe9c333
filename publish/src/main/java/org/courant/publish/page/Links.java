package org.courant.publish.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.courant.schemas.SourceKind;
import org.courant.schemas.text.LowerCase;

/** Links out of the digest and within it. */
public final class Links {
    /** Only the web: no {@code javascript:}, no {@code data:}, and nothing that a browser would mend into them. */
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}/\\\\?#]++[^\\s\\p{Cntrl}]*+");

    private Links() {}

    /** The URL if it leads to the web; what comes from a feed and leads elsewhere becomes no link. */
    public static Optional<String> toWeb(String url) {
        return WEB.matcher(url).matches() ? Optional.of(url) : Optional.empty();
    }

    public static String toEntry(String entryId) {
        return "/entries/" + encode(entryId);
    }

    public static String toEdition(LocalDate date) {
        return "/editions/" + date;
    }

    /** All entries of a section of an edition. */
    public static String toSection(LocalDate date, String sectionId) {
        return toEdition(date) + "/" + encode(sectionId);
    }

    /** Path of the feeds of a section, without the ending. */
    public static String toFeed(String sectionId) {
        return "/feeds/" + encode(sectionId);
    }

    /** A search that somebody has typed. */
    static String toSearch(String query, Optional<SourceKind> kind) {
        return "/search?q=" + encode(query)
                + kind.map(only -> "&" + KindFilter.PARAMETER + "=" + KindFilter.name(only))
                        .orElse("");
    }

    /** The id of a section's heading within a page. */
    static String anchor(String sectionId) {
        return "section-" + LowerCase.of(sectionId).replaceAll("[^a-z0-9]+", "-");
    }

    private static String encode(String segment) {
        // The colon of 'arxiv:2606.23595' is allowed in a path and is easier to read.
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
