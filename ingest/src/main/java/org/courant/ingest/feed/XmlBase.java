package org.courant.ingest.feed;

import java.net.URI;
import java.util.Optional;
import org.courant.ingest.http.WebUri;

/** The address that the relative ones inside an element are relative to (XML Base). */
final class XmlBase {
    private static final String ATTRIBUTE = "{http://www.w3.org/XML/1998/namespace}base";

    private XmlBase() {}

    static URI of(XmlElement element, URI outer) {
        return Optional.ofNullable(element.attributes().get(ATTRIBUTE))
                .flatMap(base -> WebUri.resolve(outer, base))
                .filter(base -> base.isAbsolute() && !base.isOpaque())
                .orElse(outer);
    }

    static boolean isDeclared(XmlElement element) {
        return element.attributes().containsKey(ATTRIBUTE);
    }
}
