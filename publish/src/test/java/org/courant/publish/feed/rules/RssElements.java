package org.courant.publish.feed.rules;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What an element of RSS or of Dublin Core may say, wherever it stands. */
final class RssElements {
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "rss", Set.of("version"),
            "guid", Set.of("isPermaLink"),
            "category", Set.of("domain"),
            "source", Set.of("url"),
            "enclosure", Set.of("url", "length", "type"),
            "cloud", Set.of("domain", "port", "path", "registerProcedure", "protocol"));

    private RssElements() {}

    static void check(Element element, Findings findings) {
        String text = element.getTextContent();
        switch (Tree.name(element)) {
            case "title" -> {
                if (text.isBlank()) {
                    findings.add("NotBlank", element);
                }
                plain(element, text, findings);
            }
            case "description" -> {
                if (Tree.parentName(element).equals("channel")) {
                    plain(element, text, findings);
                } else if (Html.isDangerous(text)) {
                    findings.add("SecurityRisk", element, "", text);
                }
            }
            case "category" -> {
                if (text.isBlank()) {
                    findings.add("NotBlank", element);
                }
                plain(element, text, findings);
            }
            case "copyright", "generator", "author", "managingEditor", "webMaster", "dc:creator" -> {
                if (text.isBlank()) {
                    findings.add("NotBlank", element);
                }
                plain(element, text, findings);
            }
            case "link", "docs", "comments" -> Addresses.absolute("InvalidLink", element, "", text.strip(), findings);
            case "pubDate", "lastBuildDate" -> Dates.rfc822(element, "", text, findings);
            case "language", "dc:language" -> {
                boolean valid = AtomLinks.LANGUAGE.matcher(text.strip()).matches();
                findings.add(valid ? "ValidLanguage" : "InvalidLanguage", element, "", text);
            }
            case "dc:date" -> Dates.w3c(element, findings);
            case "guid" -> guid(element, findings);
            default -> {}
        }
        attributes(element, findings);
    }

    private static void plain(Element element, String text, Findings findings) {
        if (Html.isIn(text)) {
            findings.add("ContainsHTML", element, "", text);
        }
    }

    private static void guid(Element guid, Findings findings) {
        String text = guid.getTextContent();
        String permanent = guid.hasAttribute("isPermaLink") ? guid.getAttribute("isPermaLink") : "true";
        boolean valid = permanent.equals("true") || permanent.equals("false");
        findings.add(valid ? "ValidBooleanAttribute" : "InvalidBooleanAttribute", guid, "isPermaLink", permanent);
        if (permanent.equals("false")) {
            findings.add("ValidHttpGUID", guid);
        } else if (text.startsWith("urn:")) {
            findings.add("InvalidPermalink", guid, "", text);
        } else {
            boolean leads = Addresses.leadsToTheWeb(text.strip());
            findings.add(leads ? "ValidHttpGUID" : "InvalidHttpGUID", guid, "", text);
        }
    }

    private static void attributes(Element element, Findings findings) {
        if (Tree.isPlain(element)) {
            Set<String> known = ATTRIBUTES.getOrDefault(Tree.name(element), Set.of());
            Tree.attributes(element).stream()
                    .filter(attribute -> attribute.getNamespaceURI() == null && !known.contains(attribute.getName()))
                    .forEach(attribute ->
                            findings.add("UnexpectedAttribute", element, attribute.getName(), attribute.getValue()));
        }
    }
}
