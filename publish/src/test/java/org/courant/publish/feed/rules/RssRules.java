package org.courant.publish.feed.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** How a document of RSS is made up. */
final class RssRules {
    private static final Structure RSS = Structure.of("channel", "", "");
    private static final Structure CHANNEL = Structure.of(
            "title link description",
            "language copyright managingEditor webMaster pubDate lastBuildDate generator docs cloud ttl image rating"
                    + " textInput skipHours skipDays",
            "category item");
    private static final Structure ITEM =
            Structure.of("", "title link description author comments guid pubDate source", "category enclosure");
    private static final Set<String> VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");
    /** Elements that say the same as one of a module, which must then not be there. */
    private static final List<List<String>> SAME = List.of(
            List.of("guid", "atom:id"),
            List.of("pubDate", "atom:published"),
            List.of("pubDate", "dc:date"),
            List.of("author", "dc:creator"),
            List.of("source", "dc:source"),
            List.of("category", "dc:subject"),
            List.of("copyright", "dc:rights"),
            List.of("managingEditor", "dc:creator"),
            List.of("language", "dc:language"));

    private RssRules() {}

    static void check(Element rss, String location, Findings findings) {
        if (!rss.hasAttribute("version")) {
            findings.add("MissingAttribute", rss, "version", "");
        } else if (!VERSIONS.contains(rss.getAttribute("version"))) {
            findings.add("InvalidRSSVersion", rss, "version", rss.getAttribute("version"));
        }
        RSS.check(rss, "MissingElement", findings);
        Tree.children(rss, "channel").forEach(channel -> channel(channel, location, findings));
    }

    private static void channel(Element channel, String location, Findings findings) {
        CHANNEL.check(channel, "MissingElement", findings);
        twice(channel, "DuplicateSemantics", findings);
        AtomLinks.checkSelf(channel, "atom:link", location, findings);
        Set<String> guids = new HashSet<>();
        boolean inItems = false;
        for (Element child : Tree.children(channel)) {
            boolean isItem = Tree.name(child).equals("item");
            if (inItems && !isItem) {
                findings.add("MisplacedItem", child);
            }
            inItems |= isItem;
            if (isItem) {
                item(child, guids, findings);
            }
        }
    }

    private static void item(Element item, Set<String> guids, Findings findings) {
        ITEM.check(item, "MissingElement", findings);
        twice(item, "DuplicateItemSemantics", findings);
        List<Element> texts = new ArrayList<>(Tree.children(item, "title"));
        texts.addAll(Tree.children(item, "description"));
        if (texts.stream().allMatch(text -> text.getTextContent().isBlank())) {
            findings.add("ItemMustContainTitleOrDescription", item);
        }
        for (Element guid : Tree.children(item, "guid")) {
            if (!guid.getTextContent().isBlank() && !guids.add(guid.getTextContent())) {
                findings.add("DuplicateValue", guid, "", guid.getTextContent());
            }
        }
    }

    private static void twice(Element parent, String event, Findings findings) {
        for (List<String> pair : SAME) {
            if (!Tree.children(parent, pair.get(0)).isEmpty()
                    && !Tree.children(parent, pair.get(1)).isEmpty()) {
                findings.missing(event, parent, pair.get(1));
            }
        }
    }
}
