package org.courant.ingest;

import java.time.Duration;
import java.util.Map;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceKind;

/** Definitions of sources for tests. */
public final class Sources {
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
