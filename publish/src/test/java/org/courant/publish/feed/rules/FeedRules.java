package org.courant.publish.feed.rules;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Checks documents of Atom, RSS and OPML. */
public final class FeedRules {
    private static final Map<String, String> RESERVED = Map.of("dc", Tree.DUBLIN_CORE, "atom", Tree.ATOM);

    private FeedRules() {}

    /**
     * What the rules say of a document, good and bad.
     *
     * @param location where it was
     */
    public static List<Finding> check(byte[] document, String location) {
        Findings findings = new Findings();
        Tree.read(document, findings).ifPresent(root -> {
            dispatch(root, location, findings);
            everywhere(root, findings);
        });
        return findings.all();
    }

    private static void dispatch(Element root, String location, Findings findings) {
        String name = root.getLocalName();
        if (Tree.isAtom(root) && (name.equals("feed") || name.equals("entry"))) {
            AtomRules.check(root, location, findings);
        } else if (name.equals("feed")) {
            findings.add(Tree.isPlain(root) ? "MissingNamespace" : "InvalidNamespace", "feed", "");
        } else if (Tree.isPlain(root) && name.equals("rss")) {
            RssRules.check(root, location, findings);
        } else if (Tree.isPlain(root) && name.equals("opml")) {
            OpmlRules.check(root, findings);
        } else {
            findings.add("UndefinedElement", root);
        }
    }

    private static void everywhere(Element element, Findings findings) {
        if (Tree.isAtom(element)) {
            AtomElements.check(element, findings);
        } else if (isOfRss(element)) {
            RssElements.check(element, findings);
        }
        boolean isLeaf = Tree.children(element).isEmpty();
        if (isLeaf && Html.isGarbled(element.getTextContent())) {
            findings.add("BadCharacters", element, "", element.getTextContent());
        }
        Tree.attributes(element).forEach(attribute -> attribute(element, attribute, findings));
        for (Element child : Tree.children(element)) {
            if (Tree.isPlain(child) && !Tree.isPlain(element) && !Tree.isAtom(element)) {
                findings.add("NotInANamespace", child);
            }
            everywhere(child, findings);
        }
    }

    private static boolean isOfRss(Element element) {
        return Tree.name(element.getOwnerDocument().getDocumentElement()).equals("rss")
                && (Tree.isPlain(element) || Tree.DUBLIN_CORE.equals(element.getNamespaceURI()));
    }

    private static void attribute(Element element, Attr attribute, Findings findings) {
        String value = attribute.getValue();
        if (Html.isGarbled(value)) {
            findings.add("BadCharacters", element, attribute.getName(), value);
        }
        if (attribute.getName().equals("xml:lang")
                && !value.isEmpty()
                && !AtomLinks.LANGUAGE.matcher(value).matches()) {
            findings.add("InvalidLanguage", element, "xml:lang", value);
        }
        if (attribute.getName().equals("xml:base")) {
            Addresses.reference(element, "xml:base", value, findings);
        }
        if (Tree.declaresNamespace(attribute)) {
            String prefix = attribute.getLocalName();
            String reserved = RESERVED.get(prefix);
            if (reserved != null && !reserved.equals(value)) {
                findings.add("ReservedPrefix", element, attribute.getName(), value);
            }
            if (value.equals(Tree.DUBLIN_CORE) && !prefix.equals("dc")) {
                findings.add("NonstdPrefix", element, attribute.getName(), value);
            }
        }
    }
}
