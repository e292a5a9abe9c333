package org.courant.ingest.feed;

/** What an element holds. */
sealed interface XmlContent permits XmlElement, XmlContent.Characters {
    /** Text, with references resolved and CDATA sections opened. */
    record Characters(String value) implements XmlContent {}
}
