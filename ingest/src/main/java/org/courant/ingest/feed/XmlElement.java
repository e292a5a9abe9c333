package org.courant.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Entities;

/**
 * An element of a document.
 *
 * @param namespace URI, empty for none
 * @param name local name
 * @param attributes by local name; those with a namespace by {@code {URI}name}
 * @param content in the order of the document
 */
public record XmlElement(String namespace, String name, Map<String, String> attributes, List<XmlContent> content)
        implements XmlContent {
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "wbr", "col", "embed", "source");

    /** The value of an attribute without namespace. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public List<XmlElement> children() {
        return content.stream()
                .filter(XmlElement.class::isInstance)
                .map(XmlElement.class::cast)
                .toList();
    }

    /** The first child with this local name, whatever its namespace. */
    public Optional<XmlElement> child(String childName) {
        return first(child -> child.name.equals(childName));
    }

    /** The first child that is as wanted. */
    public Optional<XmlElement> first(Predicate<XmlElement> wanted) {
        return children().stream().filter(wanted).findFirst();
    }

    /** All text in this element and below. */
    public String text() {
        StringBuilder text = new StringBuilder();
        appendText(text);
        return text.toString();
    }

    /** The content as HTML: for XHTML, and for HTML that someone forgot to escape. */
    public String markup() {
        StringBuilder markup = new StringBuilder();
        content.forEach(part -> append(part, markup));
        return markup.toString();
    }

    /** The element itself, for a person to look at; prefixes are lost. */
    public byte[] raw() {
        StringBuilder raw = new StringBuilder();
        append(this, raw);
        return raw.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void appendText(StringBuilder text) {
        for (XmlContent part : content) {
            if (part instanceof XmlElement element) {
                element.appendText(text);
            } else if (part instanceof Characters characters) {
                text.append(characters.value());
            }
        }
    }

    private static void append(XmlContent part, StringBuilder markup) {
        if (part instanceof Characters characters) {
            markup.append(Entities.escape(characters.value()));
        } else if (part instanceof XmlElement element) {
            markup.append('<').append(element.name);
            element.attributes.forEach((key, value) -> markup.append(' ')
                    .append(key.substring(key.indexOf('}') + 1))
                    .append("=\"")
                    .append(Entities.escape(value))
                    .append('"'));
            markup.append('>');
            element.content.forEach(child -> append(child, markup));
            markup.append(VOID.contains(element.name) ? "" : "</" + element.name + ">");
        }
    }
}
