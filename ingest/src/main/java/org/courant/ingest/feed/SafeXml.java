package org.courant.ingest.feed;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The one place where XML is parsed. A document type declaration is cut off unread, so that it can neither declare nor
 * fetch anything, and the parser refuses one all the same; depth, attributes and elements are limited; a document that
 * is not well-formed is repaired before it is given up.
 */
public final class SafeXml {
    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String GENERAL_ENTITIES = "http://xml.org/sax/features/external-general-entities";
    private static final String PARAMETER_ENTITIES = "http://xml.org/sax/features/external-parameter-entities";
    private static final String EXTERNAL_DTD = "http://apache.org/xml/features/nonvalidating/load-external-dtd";

    private SafeXml() {}

    /**
     * Reads a document.
     *
     * @param contentType value of the HTTP header, for its charset; may be empty
     */
    public static Xml parse(byte[] document, String contentType) {
        String root = XmlRepair.legalCharacters(XmlProlog.skip(XmlCharset.decode(document, contentType)));
        if (root.isEmpty()) {
            return new Xml.Unreadable("has no element");
        }
        Xml plain = parse(root);
        if (plain instanceof Xml.Parsed) {
            return plain;
        }
        String whole = XmlRepair.untilEndOfRoot(root);
        if (whole.isEmpty()) {
            return plain;
        }
        Xml repaired = parse(XmlRepair.references(whole));
        return repaired instanceof Xml.Parsed ? repaired : orElse(parse(XmlRepair.structure(whole)), plain);
    }

    private static Xml orElse(Xml repaired, Xml plain) {
        return repaired instanceof Xml.Parsed ? repaired : plain;
    }

    private static Xml parse(String text) {
        XmlTree tree = new XmlTree();
        try {
            XMLReader reader = reader();
            reader.setContentHandler(tree);
            reader.setErrorHandler(tree);
            reader.parse(new InputSource(new StringReader(text)));
            return new Xml.Parsed(tree.root());
        } catch (SAXException malformed) {
            return new Xml.Unreadable("is not well-formed XML (" + malformed.getMessage() + ")");
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string could not be read", impossible);
        }
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW_DOCTYPE, true);
            factory.setFeature(GENERAL_ENTITIES, false);
            factory.setFeature(PARAMETER_ENTITIES, false);
            factory.setFeature(EXTERNAL_DTD, false);
            factory.setXIncludeAware(false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return parser.getXMLReader();
        } catch (ParserConfigurationException unsafe) {
            throw new IllegalStateException("The JDK's XML parser cannot be made safe", unsafe);
        }
    }
}
