package org.courant.ingest.http;

import java.io.Serial;
import java.net.UnknownHostException;

/** A name resolves to an address that is not to be connected to. */
final class ForbiddenAddressException extends UnknownHostException {
    @Serial
    private static final long serialVersionUID = 1;

    ForbiddenAddressException(String reason) {
        super(reason);
    }
}
