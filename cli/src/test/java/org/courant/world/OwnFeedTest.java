package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.courant.ingest.feed.FeedReader;
import org.courant.ingest.feed.FeedResult;
import org.courant.ingest.feed.ParsedEntry;
import org.courant.publish.feed.Feed;
import org.courant.publish.feed.FeedFormat;
import org.courant.publish.view.DigestTables;
import org.courant.publish.view.EntryFilter;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Section;
import org.courant.schemas.SourceKind;
import org.courant.schemas.identity.Identity;
import org.courant.schemas.serde.TrustedRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Courant reads its own feeds: the words come back as they were, and each work is known for what it is. */
final class OwnFeedTest {
    private static final Instant MORNING = Instant.parse("2026-06-24T06:00:00Z");

    static {
        TrustedRecords.trust();
    }

    private final DigestTables tables = new DigestTables();

    OwnFeedTest() {
        put("arxiv:2606.00001", "https://arxiv.org/abs/2606.00001", "Bounds of $\\frac{1}{n} < x & y$", "h1");
        put("arxiv:2606.00002", "https://arxiv.org/abs/2606.00002v3", "<b>Not bold</b> &amp; &lt;plain&gt;", "h2");
        put("doi:10.1000/xyz", "https://doi.org/10.1000/xyz", "\u2202-networks \uD83D\uDE80 and \"quotes\"", "h3");
        put("url:https://blog.example/post?id=1&a=b", "https://blog.example/post?id=1&a=b", "A post", "h4");
        put("forum:forum.example/12", "https://forum.example/t/12", "A question]]>", "h5");
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void wordsLinksAndTimesComeBackAsTheyWere(FeedFormat format) {
        List<DigestEntry> written = tables.entries(EntryFilter.ALL, Optional.empty(), 100);
        List<ParsedEntry> read = read(format);
        assertThat(read).hasSameSizeAs(written);
        IntStream.range(0, read.size()).forEach(i -> {
            assertThat(read.get(i).title()).isEqualTo(written.get(i).getTitle());
            assertThat(read.get(i).text()).isEqualTo(written.get(i).getSummary());
            assertThat(read.get(i).link()).isEqualTo(written.get(i).getUrl());
            assertThat(read.get(i).authors()).isEqualTo(written.get(i).getAuthors());
            assertThat(read.get(i).published()).isEqualTo(written.get(i).getPublishedAt());
        });
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void aWorkThatComesBackIsTheSameWork(FeedFormat format) {
        read(format).forEach(entry -> {
            Identity identity = Identity.ofUrl(entry.link()).orElseThrow();
            assertThat(tables.entries(EntryFilter.ALL, Optional.empty(), 100))
                    .as(entry.guid())
                    .anyMatch(written ->
                            Identity.ofUrl(written.getUrl()).orElseThrow().equals(identity)
                                    && (identity.kind() == Identity.Kind.URL
                                            || written.getEntryId().equals(identity.toString())));
        });
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void theIdStaysAndTheTimeOfChangeMovesWithTheContent(FeedFormat format) {
        ParsedEntry before = read(format).get(0);
        assertThat(read(format).get(0).updated()).isEqualTo(before.updated());
        put("arxiv:2606.00001", "https://arxiv.org/abs/2606.00001", "Another title", "other");
        ParsedEntry after = read(format).get(0);
        assertThat(after.guid()).isEqualTo(before.guid());
        assertThat(after.updated()).isNotNull().isNotEqualTo(before.updated());
    }

    private List<ParsedEntry> read(FeedFormat format) {
        Feed feed = Feed.of(tables, EntryFilter.ALL, "Courant", "/feeds/all", "https://digest.example.org");
        FeedResult result = FeedReader.read(
                format.write(feed), format.mediaType(), URI.create("https://digest.example.org/feeds/all"));
        assertThat(result).isInstanceOf(FeedResult.Feed.class);
        return ((FeedResult.Feed) result).feed().entries();
    }

    private void put(String id, String url, String title, String hash) {
        tables.putEntry(
                id,
                DigestEntry.newBuilder()
                        .setEntryId(id)
                        .setEdition(LocalDate.of(2026, 6, 24))
                        .setSection(new Section("agents", "Agents"))
                        .setSectionConfidence(0.5)
                        .setSourceKind(SourceKind.ARXIV)
                        .setSourceName("arXiv cs.AI")
                        .setTitle(title)
                        .setSummary("Summary of " + title + ".")
                        .setUrl(url)
                        .setAuthors(List.of("Ann Author", "Bo Writer"))
                        .setPublishedAt(MORNING)
                        .setRankScore(0.5)
                        .setSummarisedBy("s/1")
                        .setClassifiedBy("c/1")
                        .setContentHash(hash)
                        .build());
    }
}
