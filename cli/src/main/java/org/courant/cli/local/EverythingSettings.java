package org.courant.cli.local;

import org.courant.cli.process.LogSettings;
import org.courant.enrich.EnrichSettings;
import org.courant.ingest.IngestSettings;
import org.courant.ingest.definition.SourceDefinitions;
import org.courant.publish.PublishSettings;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Section;

/**
 * A whole settings file.
 *
 * @param connection where {@code local} is concerned, only topics and further settings of clients count
 * @param sources what is polled
 * @param ingest section {@code ingest}
 * @param enrich section {@code enrich}
 * @param publish section {@code publish}
 * @param local section {@code local}
 * @param log section {@code log}
 */
public record EverythingSettings(
        Connection connection,
        SourceDefinitions sources,
        IngestSettings ingest,
        EnrichSettings enrich,
        PublishSettings publish,
        LocalSettings local,
        LogSettings log) {
    /** The last segments and snapshots of broker and registry, the log, and what else is small. */
    private static final long REST_BYTES = 32L << 20;

    /** Reads all sections; what is wrong goes to the problems of the file. */
    public static EverythingSettings from(Section root) {
        return new EverythingSettings(
                Connection.from(root),
                SourceDefinitions.from(root),
                IngestSettings.from(root),
                EnrichSettings.from(root),
                PublishSettings.from(root),
                LocalSettings.from(root),
                LogSettings.from(root));
    }

    /** Disk that a stop may still take, in bytes. */
    public long bytesToStop() {
        return enrich.streams().unwrittenBytes() + publish.streams().unwrittenBytes() + REST_BYTES;
    }

    public EverythingSettings withSources(SourceDefinitions other) {
        return new EverythingSettings(connection, other, ingest, enrich, publish, local, log);
    }

    public EverythingSettings withIngest(IngestSettings other) {
        return new EverythingSettings(connection, sources, other, enrich, publish, local, log);
    }
}
