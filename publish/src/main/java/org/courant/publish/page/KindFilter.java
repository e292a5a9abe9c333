package org.courant.publish.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;

/** Kinds of sources as readers name them in addresses and choose them on pages. */
public final class KindFilter {
    /** Name of the parameter. */
    public static final String PARAMETER = "kind";

    private KindFilter() {}

    /** {@code arxiv}. */
    public static String name(SourceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Reads a name; empty if it names no kind. */
    public static Optional<SourceKind> parse(String name) {
        for (SourceKind kind : SourceKind.values()) {
            if (name(kind).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The choices for these entries; none if there is nothing to choose. */
    static List<KindLink> links(List<DigestEntry> entries, String path, Optional<SourceKind> current) {
        Map<SourceKind, Integer> counts = new EnumMap<>(SourceKind.class);
        entries.forEach(entry -> counts.merge(entry.getSourceKind(), 1, Integer::sum));
        if (counts.size() < 2 && current.isEmpty()) {
            return List.of();
        }
        List<KindLink> links = new ArrayList<>();
        links.add(new KindLink("All", "", entries.size(), path, current.isEmpty()));
        counts.forEach((kind, count) -> links.add(new KindLink(
                label(kind),
                Cards.badge(kind),
                count,
                with(path, Optional.of(kind)),
                current.equals(Optional.of(kind)))));
        return links;
    }

    /** The choices for a search; how many each would find is not counted. */
    static List<KindLink> ofSearch(String query, Optional<SourceKind> current) {
        if (query.isBlank()) {
            return List.of();
        }
        List<KindLink> links = new ArrayList<>();
        links.add(new KindLink("All", "", 0, Links.toSearch(query, Optional.empty()), current.isEmpty()));
        for (SourceKind kind : List.of(SourceKind.ARXIV, SourceKind.FORUM, SourceKind.MEDIA)) {
            links.add(new KindLink(
                    label(kind),
                    Cards.badge(kind),
                    0,
                    Links.toSearch(query, Optional.of(kind)),
                    current.equals(Optional.of(kind))));
        }
        return links;
    }

    /** Adds the choice to an address that has no parameters yet. */
    static String with(String path, Optional<SourceKind> kind) {
        return kind.map(only -> path + "?" + PARAMETER + "=" + name(only)).orElse(path);
    }

    static String label(SourceKind kind) {
        return switch (kind) {
            case ARXIV -> "arXiv";
            case FORUM -> "Forums";
            case MEDIA -> "Media";
            case UNKNOWN -> "Other";
        };
    }
}
