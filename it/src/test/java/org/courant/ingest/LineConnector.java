package org.courant.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.http.Accept;
import org.courant.ingest.http.Answer;
import org.courant.ingest.http.Conditions;
import org.courant.ingest.source.CursorChange;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Poll;
import org.courant.ingest.source.Rejected;
import org.courant.ingest.source.SourceConnector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceItem;

/**
 * Reads documents of lines: {@code id text} is an item, {@code ! id reason} one that cannot become an item, and
 * {@code * id n} an item of n million characters.
 */
final class LineConnector implements SourceConnector {
    @Override
    public Fetched poll(Poll poll) throws InterruptedException {
        URI uri = URI.create(poll.source().getUrl());
        Answer answer = poll.http().get(uri, Conditions.of(poll.cursor()), Accept.FEED);
        if (answer instanceof Answer.Ok ok) {
            return items(poll, new String(ok.body(), StandardCharsets.UTF_8), ok);
        }
        if (answer instanceof Answer.NotModified) {
            return new Fetched.NotModified(CursorChange.none(poll.cursor()));
        }
        if (answer instanceof Answer.Throttled throttled) {
            return new Fetched.Throttled(throttled.retryAfter(), throttled.reason());
        }
        if (answer instanceof Answer.Gone gone) {
            return new Fetched.Gone(gone.reason());
        }
        return new Fetched.Failed(answer.toString());
    }

    private static Fetched items(Poll poll, String document, Answer.Ok ok) {
        List<SourceItem> items = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        List<String> lines = document.lines().toList();
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            switch (parts[0]) {
                case "!" -> rejected.add(new Rejected(parts[1], line.getBytes(StandardCharsets.UTF_8), parts[2]));
                case "*" ->
                    items.add(item(poll.source(), parts[1], "x".repeat(Integer.parseInt(parts[2]) * 1_000_000), poll));
                default -> items.add(item(poll.source(), parts[0], line, poll));
            }
        }
        CursorChange change = new CursorChange(
                ok.etag(), ok.lastModified(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
        LocalDate date = LocalDate.ofInstant(poll.now(), ZoneOffset.UTC);
        return new Fetched.Items(items, rejected, change, date, lines.size(), false);
    }

    private static SourceItem item(Source source, String id, String text, Poll poll) {
        return item(source, id, text, poll.now());
    }

    static SourceItem item(Source source, String id, String text, Instant now) {
        String itemId = "feed:" + source.getId() + ":" + id;
        return SourceItem.newBuilder()
                .setItemId(itemId)
                .setIdentities(List.of(itemId))
                .setSourceId(source.getId())
                .setSourceKind(source.getSourceKind())
                .setSourceName(source.getName())
                .setTitle(id)
                .setBody(text)
                .setUrl(source.getUrl() + "#" + id)
                .setContentHash(sha256(text))
                .setFetchedAt(now)
                .build();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
