package org.courant.publish.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.courant.publish.page.Links;
import org.courant.schemas.DigestEntry;

/**
 * An entry as feeds have it. Its id is that of the work and its link leads to the work, so whoever reads this feed
 * beside others, Courant included, knows it for what it is.
 *
 * @param id a URI, the same for ever
 * @param title never blank; the id where there is none
 * @param summary may be blank
 * @param link the work where it was published, else its page in the digest
 * @param permalink its page in the digest
 * @param authors none is blank, and so it is with the categories
 * @param updated changes whenever the content does
 */
record FeedEntry(
        String id,
        String title,
        String summary,
        String link,
        String permalink,
        List<String> authors,
        List<String> categories,
        Instant published,
        Instant updated) {
    private static final int MILLIS = 1_000;

    /**
     * Makes it.
     *
     * @param base address of the service, without a slash at the end
     * @param writtenAt timestamp of the record that holds the entry
     */
    static FeedEntry of(DigestEntry entry, String base, Instant writtenAt) {
        String permalink = base + Links.toEntry(entry.getEntryId());
        String title = PlainText.of(entry.getTitle());
        return new FeedEntry(
                Uris.ofId(entry.getEntryId()),
                title.isBlank() ? entry.getEntryId() : title,
                PlainText.of(entry.getSummary()),
                Uris.web(entry.getUrl()).orElse(permalink),
                permalink,
                PlainText.of(entry.getAuthors()),
                PlainText.of(Stream.concat(Stream.of(entry.getSection().getTitle()), entry.getCategories().stream())
                        .toList()),
                entry.getPublishedAt(),
                updated(writtenAt, entry.getContentHash()));
    }

    /**
     * The time at which the content became what it is, to the second; the fraction is drawn from the content. Records
     * of a replay carry the times of the first run, so time alone would not tell a changed entry from what it was
     * before.
     */
    private static Instant updated(Instant writtenAt, String contentHash) {
        CRC32 crc = new CRC32();
        crc.update(contentHash.getBytes(StandardCharsets.UTF_8));
        return writtenAt.truncatedTo(ChronoUnit.SECONDS).plusMillis(crc.getValue() % MILLIS);
    }
}
