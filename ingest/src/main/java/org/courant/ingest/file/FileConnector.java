package org.courant.ingest.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.source.CursorChange;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Listing;
import org.courant.ingest.source.Poll;
import org.courant.ingest.source.SourceConnector;

/**
 * Reads a file of items, one JSON object a line, from where the last poll ended.
 *
 * <p>An object has {@code id}, {@code title}, {@code body} or {@code abstract}, {@code url}, {@code doi},
 * {@code arxivId}, {@code authors} and {@code categories} (arrays, or strings with commas), {@code publishedAt},
 * {@code version}, {@code sourceKind} and {@code sourceName}; it needs a title or a body, and one of id, arxivId, doi
 * and url. Lines that are added later are read by later polls.
 */
public final class FileConnector implements SourceConnector {
    /** Most lines of one poll, so that a poll fits into a transaction. */
    static final int SLICE = 500;

    private static final int MAX_LINE_BYTES = 1024 * 1024;
    private static final String LINE = "line";
    private static final String OFFSET = "offset";

    @Override
    public Fetched poll(Poll poll) {
        Optional<Path> file = path(poll.source().getUrl());
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return new Fetched.Failed("'" + poll.source().getUrl() + "' is not a file; correct the source's URL");
        }
        try {
            return read(poll, file.get());
        } catch (IOException unreadable) {
            return new Fetched.Failed(file.get() + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Fetched read(Poll poll, Path file) throws IOException {
        long offset = mark(poll, OFFSET);
        if (offset > Files.size(file)) {
            return new Fetched.Failed(file + " has shrunk to " + Files.size(file) + " bytes and " + offset
                    + " were read; give the new content a source of its own");
        }
        Listing listing = new Listing(poll, file.toUri().toString());
        FileItems items = new FileItems(poll.source().getId(), listing);
        long number = mark(poll, LINE);
        try (LineReader reader = new LineReader(file, offset, MAX_LINE_BYTES)) {
            int read = 0;
            Optional<LineReader.Line> line = reader.next();
            while (line.isPresent()) {
                number++;
                read++;
                if (!isBlank(line.get())) {
                    items.attempt(line.get(), number);
                }
                line = read < SLICE ? reader.next() : Optional.empty();
            }
            CursorChange change = CursorChange.none(poll.cursor())
                    .withMarks(Map.of(LINE, Long.toString(number), OFFSET, Long.toString(reader.offset())));
            return read == 0
                    ? new Fetched.NotModified(change)
                    : listing.toItems(change, LocalDate.ofInstant(poll.now(), ZoneOffset.UTC), read == SLICE);
        }
    }

    private static boolean isBlank(LineReader.Line line) {
        for (byte octet : line.bytes()) {
            if (octet != ' ' && octet != '\t' && octet != '\r') {
                return false;
            }
        }
        return true;
    }

    private static long mark(Poll poll, String name) {
        return Long.parseLong(poll.cursor().getMarks().getOrDefault(name, "0"));
    }

    /** A path, or a URL with the scheme file. */
    private static Optional<Path> path(String url) {
        try {
            return Optional.of(url.startsWith("file:") ? Path.of(URI.create(url)) : Path.of(url));
        } catch (IllegalArgumentException | FileSystemNotFoundException notAPath) {
            return Optional.empty();
        }
    }
}
