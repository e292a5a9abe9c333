package org.courant.publish.feed.rules;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A document as a tree, and what is asked of its elements. */
final class Tree {
    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final Map<String, String> PREFIXES =
            Map.of(DUBLIN_CORE, "dc", "http://purl.org/rss/1.0/modules/content/", "content", XHTML, "xhtml");

    private Tree() {}

    /** The root, or empty for what is no XML, which is then said. */
    static Optional<Element> read(byte[] document, Findings findings) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            builder.setEntityResolver((name, address) -> new InputSource(new StringReader("")));
            return Optional.of(builder.parse(new ByteArrayInputStream(document)).getDocumentElement());
        } catch (SAXException bad) {
            String message = String.valueOf(bad.getMessage());
            boolean isOctet = message.matches("(?is).*(invalid byte|byte sequence|ascii).*");
            String notText = isOctet ? "UnicodeError" : "UnknownEncoding";
            boolean isText = !isOctet && !message.contains("encoding");
            findings.add(isText ? "SAXError" : notText, "document", message);
        } catch (UnsupportedEncodingException bad) {
            findings.add("UnknownEncoding", "document", String.valueOf(bad.getMessage()));
        } catch (CharConversionException bad) {
            findings.add("UnicodeError", "document", String.valueOf(bad.getMessage()));
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("a document in memory cannot be read", impossible);
        }
        return Optional.empty();
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** Children of one name, as {@link #name} has it. */
    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name(child).equals(name))
                .toList();
    }

    static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    static boolean declaresNamespace(Attr attribute) {
        return XMLNS.equals(attribute.getNamespaceURI());
    }

    static boolean isAtom(Element element) {
        return ATOM.equals(element.getNamespaceURI());
    }

    static boolean isPlain(Element element) {
        return element.getNamespaceURI() == null;
    }

    /** The local name; in a feed of another format and for modules with the usual prefix. */
    static String name(Element element) {
        String namespace = element.getNamespaceURI();
        if (namespace == null) {
            return element.getLocalName();
        }
        if (namespace.equals(ATOM)) {
            boolean atHome = isAtom(element.getOwnerDocument().getDocumentElement());
            return (atHome ? "" : "atom:") + element.getLocalName();
        }
        return PREFIXES.getOrDefault(namespace, namespace) + ":" + element.getLocalName();
    }

    static String parentName(Element element) {
        return element.getParentNode() instanceof Element parent ? name(parent) : "root";
    }
}
