package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.courant.schemas.identity.CanonicalUrl;
import org.courant.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Documents that held a worker or ended it once, and what they come to. */
final class FieldCasesTest {
    private static final URI BASE = URI.create("https://notes.example.org/feed");

    @Test
    void aFeedOfUnclosedCommentsIsRefused() {
        assertThat(read("<rss><channel>" + "<!--".repeat(250_000) + "</channel></rss>"))
                .isInstanceOf(FeedResult.NotAFeed.class);
    }

    @Test
    void aPrefixThatIsUsedAThousandTimesAndNeverDeclaredIsDeclaredOnce() {
        String items = "<item><title>One</title><media:thumbnail url='https://a.example/b.png'/></item>".repeat(8_000);
        FeedResult result = read("<rss version='2.0'><channel><title>x</title>" + items + "</channel></rss>");
        assertThat(result)
                .isInstanceOfSatisfying(
                        FeedResult.Feed.class,
                        feed -> assertThat(feed.feed().entries()).hasSize(8_000));
    }

    @Test
    void twoUndeclaredPrefixesInOneTagAreBothDeclared() {
        FeedResult result = read("<rss version='2.0'><channel><item><title>One</title>"
                + "<cc:license rdf:resource='https://a.example/by'/></item></channel></rss>");
        assertThat(result).isInstanceOf(FeedResult.Feed.class);
    }

    @Test
    void aHostOfThousandsOfLabelsIsNone() {
        assertThat(CanonicalUrl.parse("https://" + "a.".repeat(3_000) + "b/")).isEmpty();
        FeedResult result = read("<rss version='2.0'><channel><item><title>One</title><link>https://"
                + "a.".repeat(3_000) + "b/</link></item><item><title>Two</title></item></channel></rss>");
        assertThat(result)
                .isInstanceOfSatisfying(
                        FeedResult.Feed.class,
                        feed -> assertThat(feed.feed().entries())
                                .extracting(ParsedEntry::title)
                                .containsExactly("One", "Two"));
    }

    @Test
    void theReportedDocumentsComeToAnEnd() throws IOException {
        Path folder = SharedData.requireFolder("field-cases");
        assertThat(read(Files.readAllBytes(folder.resolve("k01.xml")))).isInstanceOf(FeedResult.NotAFeed.class);
        assertThat(read(Files.readAllBytes(folder.resolve("k08.xml")))).isInstanceOf(FeedResult.Feed.class);
        byte[] packed = Files.readAllBytes(folder.resolve("k10.xml.gz"));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(read(unpacked.readAllBytes()))
                    .isInstanceOfSatisfying(
                            FeedResult.Feed.class,
                            feed -> assertThat(feed.feed().entries()).hasSize(8_000));
        }
    }

    private static FeedResult read(String document) {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static FeedResult read(byte[] document) {
        return FeedReader.read(document, "", BASE);
    }
}
