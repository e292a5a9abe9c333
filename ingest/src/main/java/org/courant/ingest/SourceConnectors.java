package org.courant.ingest;

import java.util.Optional;
import org.courant.ingest.arxiv.ArxivConnector;
import org.courant.ingest.discourse.DiscourseConnector;
import org.courant.ingest.feed.FeedConnector;
import org.courant.ingest.file.FileConnector;
import org.courant.ingest.source.SourceConnector;
import org.courant.schemas.Connector;

/** The connectors that there are. */
public final class SourceConnectors {
    private SourceConnectors() {}

    /** The connector for a kind of source; none for kinds that are not polled. */
    public static Optional<SourceConnector> forKind(Connector kind) {
        return switch (kind) {
            case ARXIV -> Optional.of(new ArxivConnector());
            case DISCOURSE -> Optional.of(new DiscourseConnector());
            case FEED -> Optional.of(new FeedConnector());
            case FILE -> Optional.of(new FileConnector());
            case HTTP, UNKNOWN -> Optional.empty();
        };
    }
}
