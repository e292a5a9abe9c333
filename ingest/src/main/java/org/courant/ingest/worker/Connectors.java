package org.courant.ingest.worker;

import java.util.Optional;
import org.courant.ingest.source.SourceConnector;
import org.courant.schemas.Connector;

/** Finds the connector for a kind of source. */
@FunctionalInterface
public interface Connectors {
    /** Empty for kinds that are not polled. */
    Optional<SourceConnector> forKind(Connector kind);
}
