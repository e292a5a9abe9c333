package org.courant.ingest.text;

import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks a parsed page and writes down what a reader would read. */
final class TextCollector implements NodeFilter {
    private static final Set<String> SILENT = Set.of(
            "applet",
            "audio",
            "base",
            "button",
            "canvas",
            "del",
            "embed",
            "frame",
            "frameset",
            "head",
            "iframe",
            "input",
            "link",
            "listing",
            "map",
            "meta",
            "noembed",
            "noframes",
            "noscript",
            "option",
            "plaintext",
            "s",
            "script",
            "select",
            "strike",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "video",
            "xmp");
    private static final Set<String> PARAGRAPHS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "details",
            "div",
            "dl",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "main",
            "nav",
            "p",
            "pre",
            "section",
            "summary",
            "table");
    private static final Set<String> LINES = Set.of("li", "dt", "dd", "tr", "caption");
    private static final Set<String> CELLS = Set.of("td", "th");

    private static final Pattern START = Pattern.compile("\\d{1,6}");

    private final TextLayout layout = new TextLayout();
    /** How many items of an ordered list have been written; to ask each for its place would be quadratic. */
    private final Map<Element, Integer> items = new HashMap<>();

    private int preformatted;

    String text() {
        return layout.text();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String tex = Tex.of(element);
        if (!tex.isEmpty()) {
            layout.verbatim(tex);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (SILENT.contains(element.normalName()) || Tex.isRendering(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (Superscript.is(element)) {
            layout.folded(CleanText.visible(Superscript.of(element)));
            return FilterResult.SKIP_ENTIRELY;
        }
        begin(element);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            preformatted -= element.normalName().equals("pre") ? 1 : 0;
            separate(element);
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element) {
        switch (element.normalName()) {
            case "br" -> layout.lineBreak();
            case "li" -> {
                separate(element);
                layout.bullet(bullet(element));
            }
            case "pre" -> {
                preformatted++;
                separate(element);
            }
            default -> separate(element);
        }
    }

    private void separate(Element element) {
        String name = element.normalName();
        if (PARAGRAPHS.contains(name)) {
            layout.paragraph();
        } else if (LINES.contains(name)) {
            layout.line();
        } else if (CELLS.contains(name)) {
            layout.space();
        } else if (name.equals("ul") || name.equals("ol")) {
            separateList(element);
        }
    }

    private void separateList(Element list) {
        if (list.closest("li") == null) {
            layout.paragraph();
        } else {
            layout.line();
        }
    }

    private void write(TextNode text) {
        if (preformatted > 0) {
            layout.preformatted(CleanText.visible(text.getWholeText()));
        } else {
            layout.folded(CleanText.visible(text.getWholeText()));
        }
    }

    private String bullet(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "- ";
        }
        return items.merge(list, start(list), (last, first) -> last + 1) + ". ";
    }

    private static int start(Element list) {
        String start = list.attr("start").strip();
        return START.matcher(start).matches() ? Integer.parseInt(start) : 1;
    }
}
