package org.courant.ingest.source;

import java.util.Optional;
import org.courant.schemas.Connector;

/** The connectors that there are. */
public final class SourceConnectors {
    private SourceConnectors() {}

    /** The connector for a kind of source; none for kinds that are not polled. */
    public static Optional<SourceConnector> forKind(Connector kind) {
        return switch (kind) {
            case ARXIV, DISCOURSE, FEED, FILE, HTTP, UNKNOWN -> Optional.empty();
        };
    }
}
