package org.courant.ingest.worker;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.definition.DefinitionHash;
import org.courant.ingest.schedule.PollSchedule;
import org.courant.ingest.source.CursorChange;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;

/** What becomes of a cursor in the life of its source. */
final class Cursors {
    private Cursors() {}

    /**
     * The cursor to poll a source with: the stored one, due at once if the definition has changed since, and without
     * validators and marks if what is read has changed.
     */
    static SourceCursor under(Source source, Optional<SourceCursor> stored, Instant now) {
        if (stored.isEmpty()) {
            return renewed(source, SourceCursor.newBuilder().setSourceId(source.getId()), now);
        }
        SourceCursor cursor = stored.get();
        if (DefinitionHash.of(source).equals(cursor.getDefinitionHash())) {
            return cursor;
        }
        SourceCursor.Builder builder = SourceCursor.newBuilder(cursor);
        if (!DefinitionHash.target(source).equals(cursor.getTarget())) {
            builder.setEtag(null)
                    .setLastModified(null)
                    .setBodyHash(null)
                    .setMovedTo(null)
                    .setMarks(Map.of());
        }
        return renewed(source, builder, now);
    }

    private static SourceCursor renewed(Source source, SourceCursor.Builder builder, Instant now) {
        return builder.setDefinitionHash(DefinitionHash.of(source))
                .setTarget(DefinitionHash.target(source))
                .setNextPollAt(new PollSchedule(() -> now).afterChangeOfDefinition())
                .setConsecutiveFailures(0)
                .setGone(false)
                .build();
    }

    /** A poll is about to begin; nobody else is to ask the host before it must have ended. */
    static SourceCursor announced(SourceCursor cursor, Instant now, Instant endsBy) {
        return SourceCursor.newBuilder(cursor)
                .setLastRequestAt(now)
                .setGroupHeldUntil(endsBy)
                .build();
    }

    /** The poll was given up before it came to anything. */
    static SourceCursor abandoned(SourceCursor announced, Instant now) {
        return SourceCursor.newBuilder(announced)
                .setLastRequestAt(now)
                .setGroupHeldUntil(null)
                .build();
    }

    /** Takes over what the connector remembers. */
    static SourceCursor.Builder changed(SourceCursor cursor, CursorChange change) {
        return SourceCursor.newBuilder(cursor)
                .setEtag(change.etag().orElse(null))
                .setLastModified(change.lastModified().orElse(null))
                .setBodyHash(change.bodyHash().orElse(null))
                .setMovedTo(change.movedTo().orElse(null))
                .setMarks(change.marks());
    }

    /** Whether the last poll was a slice of something longer: it made the source due at the very instant it ended. */
    static boolean isBetweenSlices(SourceCursor cursor) {
        return cursor.getNextPollAt().equals(cursor.getLastSuccessAt());
    }
}
