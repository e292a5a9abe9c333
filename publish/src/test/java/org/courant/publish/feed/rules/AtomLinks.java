package org.courant.publish.feed.rules;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** {@code atom:link}, in Atom and in RSS. */
final class AtomLinks {
    private static final String REGISTRY = "http://www.iana.org/assignments/relation/";
    private static final Set<String> RELATIONS = Set.of(
            "alternate",
            "related",
            "self",
            "enclosure",
            "via",
            "current",
            "edit",
            "edit-media",
            "first",
            "hub",
            "last",
            "license",
            "next",
            "next-archive",
            "payment",
            "prev",
            "prev-archive",
            "previous",
            "replies",
            "service",
            "up");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w.+-]+/[\\w.+-]+(\\s*;\\s*[\\w.+-]+=(\"[^\"]*\"|[\\w.+-]+))*");
    static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private AtomLinks() {}

    static void check(Element link, Findings findings) {
        if (!link.hasAttribute("href")) {
            findings.add("MissingHref", link, "href", "");
        } else {
            Addresses.reference(link, "href", link.getAttribute("href"), findings);
        }
        relation(link, findings);
        if (relation(link).equals("self") && !link.getAttribute("type").matches("|application/(atom|rss)\\+xml.*")) {
            findings.add("SelfNotAtom", link, "type", link.getAttribute("type"));
        }
        if (link.hasAttribute("type")) {
            boolean valid = MEDIA_TYPE.matcher(link.getAttribute("type")).matches();
            findings.add(valid ? "ValidMIMEAttribute" : "InvalidMIMEType", link, "type", link.getAttribute("type"));
        }
        if (link.hasAttribute("hreflang")
                && !LANGUAGE.matcher(link.getAttribute("hreflang")).matches()) {
            findings.add("InvalidLanguage", link, "hreflang", link.getAttribute("hreflang"));
        }
        if (link.hasAttribute("length") && !link.getAttribute("length").matches("\\d+")) {
            findings.add("InvalidNonNegativeInteger", link, "length", link.getAttribute("length"));
        }
        if (Html.isIn(link.getAttribute("title"))) {
            findings.add("ContainsHTML", link, "title", link.getAttribute("title"));
        }
    }

    /** Of a feed or an entry: one alternate of a kind. */
    static void checkAlternates(Element parent, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Element link : Tree.children(parent, "link")) {
            if (relation(link).equals("alternate")
                    && !seen.add(
                            link.getAttribute("type").toLowerCase(Locale.ROOT) + " " + link.getAttribute("hreflang"))) {
                findings.add("DuplicateAtomLink", link);
            }
        }
    }

    /**
     * The address that a feed has of itself.
     *
     * @param name of the element, as it is in the format
     * @param location where the document was
     */
    static void checkSelf(Element feed, String name, String location, Findings findings) {
        boolean isThere = false;
        boolean matches = false;
        for (Element link : Tree.children(feed, name)) {
            if (relation(link).equals("self")) {
                isThere = true;
                matches |= link.getAttribute("href").equals(location)
                        || location.endsWith("/" + link.getAttribute("href"));
            }
        }
        if (!isThere) {
            findings.missing("MissingSelf", feed, name);
        } else if (!matches) {
            findings.missing("SelfDoesntMatchLocation", feed, name);
        }
    }

    static String relation(Element link) {
        String relation = link.hasAttribute("rel") ? link.getAttribute("rel") : "alternate";
        return relation.startsWith(REGISTRY) ? relation.substring(REGISTRY.length()) : relation;
    }

    private static void relation(Element link, Findings findings) {
        String relation = relation(link);
        if (relation.isEmpty()) {
            findings.add("AttrNotBlank", link, "rel", "");
        } else if (RELATIONS.contains(relation.toLowerCase(Locale.ROOT)) || relation.matches("https?://\\S+")) {
            findings.add("ValidAtomLinkRel", link, "rel", relation);
        } else {
            findings.add("UnregisteredAtomLinkRel", link, "rel", relation);
        }
    }
}
