package org.courant.ingest.feed;

/** What reading an XML document comes to. */
public sealed interface Xml {
    /** A document without document type, entities or anything from outside itself. */
    record Parsed(XmlElement root) implements Xml {}

    /** Not XML, not even after repair, or more than is allowed; the reason fits after "the document". */
    record Unreadable(String reason) implements Xml {}
}
