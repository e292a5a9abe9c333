package org.courant.publish.feed.rules;

import java.util.Set;
import org.w3c.dom.Element;

/** What an element of Atom may say, wherever it stands. */
final class AtomElements {
    private static final Set<String> TEXT_TYPES = Set.of("text", "html", "xhtml");

    private AtomElements() {}

    static void check(Element element, Findings findings) {
        String text = element.getTextContent();
        switch (element.getLocalName()) {
            case "id" -> Ids.check(element, findings);
            case "title", "subtitle", "summary", "rights" -> text(element, findings);
            case "updated", "published" -> Dates.rfc3339(element, findings);
            case "link" -> AtomLinks.check(element, findings);
            case "category" -> category(element, findings);
            case "icon", "logo", "uri" -> Addresses.reference(element, "", text, findings);
            case "name" -> {
                if (text.isBlank()) {
                    findings.add("NotBlank", element);
                } else if (Html.isIn(text)) {
                    findings.add("ContainsHTML", element, "", text);
                }
            }
            case "generator" -> {
                if (text.isBlank()) {
                    findings.add("NotBlank", element);
                }
                if (element.hasAttribute("uri")) {
                    Addresses.reference(element, "uri", element.getAttribute("uri"), findings);
                }
                noChildren(element, findings);
            }
            default -> {}
        }
    }

    private static void text(Element element, Findings findings) {
        String type = element.hasAttribute("type") ? element.getAttribute("type") : "text";
        if (type.isEmpty()) {
            findings.add("AttrNotBlank", element, "type", type);
        } else if (!TEXT_TYPES.contains(type)) {
            findings.add("InvalidTextType", element, "type", type);
        }
        if (element.getTextContent().isBlank()) {
            findings.add("NotBlank", element);
        }
        if (type.equals("text") && Html.isIn(element.getTextContent())) {
            findings.add("ContainsUndeclaredHTML", element, "", element.getTextContent());
        }
        if (type.equals("html") && Html.isDangerous(element.getTextContent())) {
            findings.add("SecurityRisk", element, "", element.getTextContent());
        }
        if (!type.contains("xhtml")) {
            noChildren(element, findings);
        }
    }

    private static void category(Element category, Findings findings) {
        if (!category.hasAttribute("term")) {
            findings.add("MissingAttribute", category, "term", "");
        } else if (category.getAttribute("term").isBlank()) {
            findings.add("AttrNotBlank", category, "term", "");
        }
        if (category.hasAttribute("scheme")) {
            Addresses.absolute("InvalidFullLink", category, "scheme", category.getAttribute("scheme"), findings);
        }
        if (Html.isIn(category.getAttribute("label"))) {
            findings.add("ContainsHTML", category, "label", category.getAttribute("label"));
        }
    }

    private static void noChildren(Element element, Findings findings) {
        Tree.children(element).forEach(child -> findings.add("UndefinedElement", child));
    }
}
