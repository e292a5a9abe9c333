package org.courant.publish.feed.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** How a document of Atom is made up. */
final class AtomRules {
    private static final String ABOUT = "author contributor category link";
    private static final Structure FEED =
            Structure.of("id title updated", "subtitle generator icon logo rights", ABOUT + " entry");
    private static final Structure SOURCE =
            Structure.of("id title updated", "subtitle generator icon logo rights", ABOUT);
    private static final Structure ENTRY =
            Structure.of("id title updated", "published rights source summary content", ABOUT);
    private static final Structure PERSON = Structure.of("name", "uri email", "");

    private AtomRules() {}

    static void check(Element feed, String location, Findings findings) {
        if (feed.getPrefix() != null) {
            findings.add("AvoidNamespacePrefix", feed);
        }
        within(feed, findings);
        if (Tree.name(feed).equals("feed")) {
            AtomLinks.checkSelf(feed, "link", location, findings);
            Set<String> ids = new HashSet<>();
            for (Element id : Tree.children(feed, "entry").stream()
                    .flatMap(entry -> Tree.children(entry, "id").stream().limit(1))
                    .toList()) {
                if (!ids.add(id.getTextContent())) {
                    findings.add("DuplicateEntries", id, "", id.getTextContent());
                }
            }
        }
    }

    private static void within(Element element, Findings findings) {
        switch (Tree.name(element)) {
            case "feed" -> {
                FEED.check(element, "MissingElement", findings);
                AtomLinks.checkAlternates(element, findings);
            }
            case "entry" -> entry(element, findings);
            case "source" -> {
                SOURCE.check(element, "MissingSourceElement", findings);
                AtomLinks.checkAlternates(element, findings);
            }
            case "author", "contributor" -> PERSON.check(element, "MissingElement", findings);
            default -> {}
        }
        if (Tree.isPlain(element)) {
            findings.add("UndeterminableVocabulary", element);
        }
        Tree.children(element).stream()
                .filter(child -> !Tree.name(child).startsWith("xhtml:"))
                .forEach(child -> within(child, findings));
    }

    private static void entry(Element entry, Findings findings) {
        ENTRY.check(entry, "MissingElement", findings);
        AtomLinks.checkAlternates(entry, findings);
        List<Element> authors = Tree.children(entry, "author");
        boolean named = !authors.isEmpty()
                || (entry.getParentNode() instanceof Element feed
                        && !Tree.children(feed, "author").isEmpty())
                || Tree.children(entry, "source").stream()
                        .anyMatch(source -> !Tree.children(source, "author").isEmpty());
        if (!named) {
            findings.missing("MissingElement", entry, "author");
        }
        boolean content = !Tree.children(entry, "content").isEmpty();
        boolean alternate = Tree.children(entry, "link").stream()
                .anyMatch(link -> AtomLinks.relation(link).equals("alternate"));
        if (!content && !alternate) {
            findings.add("MissingContentOrAlternate", entry);
        }
        boolean summary = !Tree.children(entry, "summary").isEmpty();
        if (!content && !summary) {
            findings.add("MissingTextualContent", entry);
        }
        if (!summary && Tree.children(entry, "content").stream().anyMatch(one -> one.hasAttribute("src"))) {
            findings.add("MissingSummary", entry);
        }
    }
}
