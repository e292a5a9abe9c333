package org.courant.ingest.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the elements of a document as they are parsed, and ends one that is deeper or larger than any feed. */
final class XmlTree extends DefaultHandler {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_ELEMENTS = 500_000;
    private static final int MAX_TEXT = 16 * 1024 * 1024;

    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final List<XmlElement> roots = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int elements;

    /** The root of a document that has been parsed to its end. */
    XmlElement root() {
        return roots.get(0);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        flush();
        elements++;
        if (open.size() >= MAX_DEPTH || elements > MAX_ELEMENTS || attributes.getLength() > MAX_ATTRIBUTES) {
            throw new SAXException("it has more than " + MAX_DEPTH + " levels, " + MAX_ELEMENTS + " elements or "
                    + MAX_ATTRIBUTES + " attributes of an element");
        }
        XmlElement element = new XmlElement(uri, name, values(attributes), new ArrayList<>());
        if (open.isEmpty()) {
            roots.add(element);
        } else {
            open.getLast().content().add(element);
        }
        open.addLast(element);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        flush();
        open.removeLast();
    }

    @Override
    public void characters(char[] buffer, int start, int length) throws SAXException {
        if (text.length() + length > MAX_TEXT) {
            throw new SAXException("it has more than " + MAX_TEXT + " characters in an element");
        }
        text.append(buffer, start, length);
    }

    @Override
    public void fatalError(SAXParseException malformed) throws SAXException {
        throw malformed;
    }

    private void flush() {
        if (!text.isEmpty() && !open.isEmpty()) {
            open.getLast().content().add(new XmlContent.Characters(text.toString()));
        }
        text.setLength(0);
    }

    private static Map<String, String> values(Attributes attributes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            String uri = attributes.getURI(i);
            String name = attributes.getLocalName(i);
            values.put(uri.isEmpty() ? name : "{" + uri + "}" + name, attributes.getValue(i));
        }
        return values;
    }
}
