package org.courant.ingest.http;

import java.io.IOException;
import java.io.Serial;

/** A body is larger than is allowed, or than its packed form can honestly hold. */
final class LimitExceededException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    LimitExceededException(String reason) {
        super(reason);
    }
}
