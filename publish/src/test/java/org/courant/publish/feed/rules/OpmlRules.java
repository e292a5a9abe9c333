package org.courant.publish.feed.rules;

import java.util.Set;
import org.w3c.dom.Element;

/** OPML 2.0, and what was different before it. */
final class OpmlRules {
    private static final Structure OPML = Structure.of("head body", "", "");
    private static final Structure HEAD = Structure.of(
            "",
            "title dateCreated dateModified ownerName ownerEmail ownerId docs expansionState vertScrollState windowTop"
                    + " windowLeft windowBottom windowRight",
            "");
    private static final Structure BODY = Structure.of("", "", "outline");
    private static final Set<String> VERSIONS = Set.of("RSS", "RSS1", "RSS2", "scriptingNews");
    private static final Set<String> TYPES = Set.of("rss", "link", "include", "tree");

    private OpmlRules() {}

    static void check(Element opml, Findings findings) {
        if (!opml.hasAttribute("version")) {
            findings.add("MissingAttribute", opml, "version", "");
        }
        OPML.check(opml, "MissingElement", findings);
        for (Element head : Tree.children(opml, "head")) {
            HEAD.check(head, "MissingElement", findings);
            Tree.children(head).stream()
                    .filter(element -> Tree.name(element).startsWith("date"))
                    .forEach(element -> Dates.rfc822(element, "", element.getTextContent(), findings));
        }
        Tree.children(opml, "body").forEach(body -> outlines(body, opml.getAttribute("version"), findings));
    }

    private static void outlines(Element parent, String version, Findings findings) {
        BODY.check(parent, "MissingElement", findings);
        for (Element outline : Tree.children(parent, "outline")) {
            if (outline.getAttribute("text").isBlank()) {
                findings.add("MissingAttribute", outline, "text", "");
            }
            type(outline, version, findings);
            for (String flag : Set.of("isComment", "isBreakpoint")) {
                if (!outline.getAttribute(flag).matches("|true|false")) {
                    findings.add("InvalidTrueFalse", outline, flag, outline.getAttribute(flag));
                }
            }
            if (outline.hasAttribute("created")) {
                Dates.rfc822(outline, "created", outline.getAttribute("created"), findings);
            }
            outlines(outline, version, findings);
        }
    }

    private static void type(Element outline, String version, Findings findings) {
        String type = outline.getAttribute("type");
        if (version.startsWith("1.") && !type.isEmpty() && !TYPES.contains(type)) {
            findings.add("InvalidOutlineType", outline, "type", type);
        }
        if (type.equals("link") && !outline.hasAttribute("url")) {
            findings.add("MissingUrlAttr", outline);
        }
        if (!type.equals("rss")) {
            return;
        }
        if (!outline.hasAttribute("xmlUrl")) {
            findings.add("MissingXmlURL", outline);
        } else {
            Addresses.absolute("InvalidFullLink", outline, "xmlUrl", outline.getAttribute("xmlUrl"), findings);
        }
        if (outline.getAttribute("title").isBlank()) {
            findings.add("MissingTitleAttr", outline);
        }
        if (outline.hasAttribute("version") && !VERSIONS.contains(outline.getAttribute("version"))) {
            findings.add("InvalidOutlineVersion", outline, "version", outline.getAttribute("version"));
        }
    }
}
