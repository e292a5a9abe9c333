package org.courant.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceKind;
import org.courant.schemas.serde.TrustedRecords;

/** Definitions of sources for tests. */
public final class Sources {
    static {
        TrustedRecords.trust();
    }

    private Sources() {}

    public static Source arxiv(String category) {
        return Source.newBuilder()
                .setId("arxiv-" + category)
                .setConnector(Connector.ARXIV)
                .setSourceKind(SourceKind.ARXIV)
                .setName("arXiv " + category)
                .setUrl("https://rss.arxiv.org")
                .setPolitenessGroup("arxiv.org")
                .setPollIntervalMillis(Duration.ofMinutes(30).toMillis())
                .setOptions(Map.of("category", category, "format", "rss"))
                .build();
    }

    /** The same with other values. */
    public static Source changed(Source source, UnaryOperator<Source.Builder> change) {
        return change.apply(Source.newBuilder(source)).build();
    }

    public static Source feed(String id, Duration every) {
        return Source.newBuilder()
                .setId(id)
                .setConnector(Connector.FEED)
                .setSourceKind(SourceKind.MEDIA)
                .setName("Feed " + id)
                .setUrl("https://" + id + ".example/feed.xml")
                .setPolitenessGroup(id + ".example")
                .setPollIntervalMillis(every.toMillis())
                .build();
    }
}
