package org.courant.ingest.http;

import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/** What one server sent back to one request. */
@SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
record Reply(int status, MessageHeaders headers, byte[] body) {

    Optional<String> header(String name) {
        Header header = headers.getFirstHeader(name);
        return header == null || header.getValue() == null || header.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(header.getValue().strip());
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    boolean isPermanentRedirect() {
        return status == 301 || status == 308;
    }
}
