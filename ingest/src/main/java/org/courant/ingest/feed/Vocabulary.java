package org.courant.ingest.feed;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.courant.schemas.text.LowerCase;

/** Names elements by what their namespace means, however a feed spells it: {@code item}, {@code dc:creator}. */
final class Vocabulary {
    private static final Set<String> RSS = Set.of(
            "purl.org/rss/1.0",
            "my.netscape.com/rdf/simple/0.9",
            "channel.netscape.com/rdf/simple/0.9",
            "my.netscape.com/publish/formats/rss-0.91.dtd",
            "backend.userland.com/rss",
            "backend.userland.com/rss2",
            "blogs.law.harvard.edu/tech/rss",
            "purl.org/net/rss1.1",
            "backend.userland.com/rss091",
            "cyber.law.harvard.edu/rss/rss.html");
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/slash", "slash"),
            Map.entry("purl.org/syndication/thread/1.0", "thr"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("prismstandard.org/namespaces/basic/2.0", "prism"),
            Map.entry("prismstandard.org/namespaces/1.2/basic", "prism"),
            Map.entry("backend.userland.com/creativecommonsrssmodule", "cc"),
            Map.entry("cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", "cc"),
            Map.entry("web.resource.org/cc", "cc"),
            Map.entry("arxiv.org/schemas/atom", "arxiv"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"));

    private static final Pattern AROUND = Pattern.compile("^https?://|[/#]+$");

    private static final Map<String, String> NAMESPACES = namespaces();

    private final Set<String> homes;
    private final Map<String, String> known = new HashMap<>();

    /** A vocabulary in which the elements of these namespaces have no prefix. */
    Vocabulary(Set<String> homes) {
        this.homes = homes;
    }

    /** The namespace that is meant by a prefix which a document uses and does not declare. */
    static String namespace(String prefix) {
        return NAMESPACES.getOrDefault(LowerCase.of(prefix), "urn:undeclared:" + prefix);
    }

    private static Map<String, String> namespaces() {
        Map<String, String> namespaces = new HashMap<>();
        PREFIXES.forEach((namespace, prefix) -> namespaces.put(prefix, "http://" + namespace));
        return Map.copyOf(namespaces);
    }

    String name(XmlElement element) {
        String prefix = known.computeIfAbsent(element.namespace(), this::prefix);
        return prefix + LowerCase.of(element.name());
    }

    private String prefix(String namespace) {
        String bare = bare(namespace);
        if (bare.isEmpty() || homes.contains(namespace) || RSS.contains(bare)) {
            return "";
        }
        return PREFIXES.getOrDefault(bare, "other") + ":";
    }

    private static String bare(String namespace) {
        return AROUND.matcher(LowerCase.of(namespace.strip())).replaceAll("");
    }
}
