package org.courant.ingest.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.courant.ingest.fixture.Polls;
import org.courant.ingest.source.Fetched;
import org.courant.schemas.Connector;
import org.courant.schemas.SourceItem;
import org.courant.testkit.Archive;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArxivConnectorTest {
    private static final String PAPER = """
            <item><title>On $\\frac{1}{2}  x$ &amp; \\textbf{more}</title><link>https://arxiv.org/abs/2510.00001</link>
            <description>arXiv:2510.00001v3 Announce Type: replace-cross&#32;
            Abstract: We show $\\min \\int_{\\mathbb{R}^N} a&lt;b$.
              A second line.</description>
            <guid isPermaLink="false">oai:arXiv.org:2510.00001v3</guid>
            <category>cs.CL</category><category>cmp-lg</category><category>stat.TH</category>
            <pubDate>Fri, 03 Oct 2025 00:00:00 -0400</pubDate><arxiv:announce_type>replace-cross</arxiv:announce_type>
            <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights><arxiv:DOI>10.1000/ABC</arxiv:DOI>
            <arxiv:journal_reference>J. X 1 (2025)</arxiv:journal_reference>
            <dc:creator>Jane Doe, John Roe (Somewhere, Inc.)</dc:creator></item>""";

    private final HttpFixture site = HttpFixture.start();
    private final Polls polls = polls(Map.of("category", "cs.AI"));

    @AfterEach
    void close() {
        polls.close();
        site.close();
    }

    @Test
    void aPaperIsReadWithItsTexByteForByte() throws InterruptedException {
        site.route("/rss/cs.AI", HttpAnswer.ok(rss("2025-10-03", PAPER)));
        Fetched.Items fetched = polls.items();
        assertThat(fetched.batchDate()).isEqualTo(LocalDate.parse("2025-10-03"));
        SourceItem item = fetched.items().get(0);
        assertThat(item.getItemId()).isEqualTo("arxiv:2510.00001v3@cs.AI");
        assertThat(item.getIdentities()).containsExactly("arxiv:2510.00001", "doi:10.1000/abc");
        assertThat(item.getTitle()).isEqualTo("On $\\frac{1}{2}  x$ & \\textbf{more}");
        assertThat(item.getBody()).isEqualTo("We show $\\min \\int_{\\mathbb{R}^N} a<b$. A second line.");
        assertThat(item.getUrl()).isEqualTo("https://arxiv.org/abs/2510.00001");
        assertThat(item.getAuthors()).containsExactly("Jane Doe", "John Roe");
        assertThat(item.getCategories()).containsExactly("cs.CL", "math.ST");
        assertThat(item.getVersion()).isEqualTo(3);
        assertThat(item.getAnnounceType()).isEqualTo("replace-cross");
        assertThat(item.getLicence()).isEqualTo("http://creativecommons.org/licenses/by/4.0/");
        assertThat(item.getAttributes()).containsEntry("journalReference", "J. X 1 (2025)");
        assertThat(item.getPublishedAt()).isEqualTo(Instant.parse("2025-10-03T04:00:00Z"));
    }

    @Test
    void atomSaysTheSame() throws InterruptedException {
        site.route("/rss/cs.AI", HttpAnswer.ok(rss("2025-10-03", PAPER)));
        site.route("/atom/cs.AI", HttpAnswer.ok("""
                <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom">
                <title>cs.AI updates on arXiv.org</title><updated>2025-10-03T04:00:19.866337+00:00</updated>
                <entry><id>oai:arXiv.org:2510.00001v3</id><title>On $\\frac{1}{2}  x$ &amp; \\textbf{more}</title>
                <updated>2025-10-03T04:00:19.899254+00:00</updated><link href="https://arxiv.org/abs/2510.00001" rel="alternate" type="text/html"/>
                <summary>arXiv:2510.00001v3 Announce Type: replace-cross&#32;
                Abstract: We show $\\min \\int_{\\mathbb{R}^N} a&lt;b$. A second line.</summary>
                <category term="cs.CL"/><category term="math.ST"/><published>2025-10-03T00:00:00-04:00</published>
                <arxiv:announce_type>replace-cross</arxiv:announce_type><arxiv:DOI>10.1000/ABC</arxiv:DOI>
                <dc:creator>Jane Doe, John Roe</dc:creator></entry></feed>"""));
        try (Polls atom = polls(Map.of("category", "cs.AI", "format", "atom"))) {
            SourceItem item = atom.items().items().get(0);
            assertThat(item.getContentHash())
                    .isEqualTo(polls.items().items().get(0).getContentHash());
            assertThat(item.getUpdatedAt()).isNull();
        }
    }

    @Test
    void aBadCategoryIsAFailureAndNotAQuietDay() throws InterruptedException {
        String error =
                "<rss version=\"2.0\"><channel><title>Feed error for query: http://rss.arxiv.org/rss/cs.XX</title>"
                        + "<description>Bad subject class 'XX'.</description></channel></rss>";
        site.route("/rss/cs.AI", HttpAnswer.of(400, error));
        assertThat(polls.failure()).contains("400", "Bad subject class 'XX'");
        site.route("/rss/cs.AI", HttpAnswer.of(200, error));
        assertThat(polls.failure()).contains("Bad subject class 'XX'");
    }

    @Test
    void aRefusalIsHeededForADay() throws InterruptedException {
        site.route("/rss/cs.AI", HttpAnswer.of(403, "no"));
        assertThat(((Fetched.Throttled) polls.poll()).retryAt()).contains(Polls.NOW.plusSeconds(86_400));
    }

    @Test
    void aDayWithoutPapersIsAnEmptyBatchOfThatDay() throws InterruptedException {
        site.route("/rss/cs.AI", HttpAnswer.ok(rss("2025-10-04", "")));
        Fetched.Items fetched = polls.items();
        assertThat(fetched.batchDate()).isEqualTo(LocalDate.parse("2025-10-04"));
        assertThat(fetched.listed()).isZero();
    }

    @Test
    void entriesThatNameNoPaperOrTwoAreRejected() throws InterruptedException {
        String other = PAPER.replace(
                "<guid isPermaLink=\"false\">oai:arXiv.org:2510.00001v3", "<guid>oai:arXiv.org:2510.99999v1");
        site.route(
                "/rss/cs.AI",
                HttpAnswer.ok(rss("2025-10-03", "<item><title>x</title><guid>1</guid></item>" + other + PAPER)));
        Fetched.Items fetched = polls.items();
        assertThat(fetched.listed()).isEqualTo(3);
        assertThat(fetched.items()).hasSize(1);
        assertThat(fetched.rejected())
                .extracting(rejected -> rejected.reason())
                .containsExactly("'1' is not an arXiv id", "The entry is called 2510.99999 and links to 2510.00001");
    }

    @Test
    void aPageInsteadOfAFeedIsAFailure() throws InterruptedException {
        site.route("/rss/cs.AI", HttpAnswer.ok("<html><body>Maintenance</body></html>"));
        assertThat(polls.failure()).contains("check the URL of the source");
    }

    @Test
    void optionsAreChecked() throws InterruptedException {
        try (Polls none = polls(Map.of());
                Polls odd = polls(Map.of("category", "cs.AI", "format", "json"))) {
            assertThat(none.failure()).contains("needs a category");
            assertThat(odd.failure()).contains("'json'");
        }
    }

    @Test
    void theCapturedFeedIsRead() throws InterruptedException {
        byte[] captured = Archive.files("arxiv", "rss-atom-2025-08.tar.gz")
                .values()
                .iterator()
                .next();
        site.route("/atom/cs.AI", HttpAnswer.of(200, captured));
        try (Polls atom = polls(Map.of("category", "cs.AI", "format", "atom"))) {
            Fetched.Items fetched = atom.items();
            assertThat(fetched.items()).hasSize(7);
            assertThat(fetched.batchDate()).isEqualTo(LocalDate.parse("2025-08-20"));
            assertThat(fetched.items().get(0).getAuthors())
                    .containsExactly("Chunhua Liu", "Kabir Manandhar Shrestha", "Sukai Huang");
            assertThat(fetched.items())
                    .allSatisfy(item -> assertThat(item.getBody()).doesNotContain("Announce Type", "Abstract:"));
        }
    }

    private Polls polls(Map<String, String> options) {
        return new Polls(new ArxivConnector(), Polls.source(Connector.ARXIV, site.uri("/"), options));
    }

    private static String rss(String day, String items) {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
                <title>cs.AI updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.AI</link>
                <pubDate>%sT00:00:00-04:00</pubDate><skipDays><day>Sunday</day><day>Saturday</day></skipDays>%s</channel></rss>""".formatted(day, items);
    }
}
