package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final URI FETCHED = URI.create("https://example.org/blog/feed.xml");

    @Test
    void rss20WithItsExtensionsIsRead() {
        ParsedFeed feed = feed("""
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
                     xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
                <channel><title>A &amp;amp; B</title><link>/blog/</link><ttl>90</ttl>
                <skipHours><hour>0</hour><hour>24</hour><hour>13</hour></skipHours>
                <item><title>First &lt;i&gt;post&lt;/i&gt;</title><link>first?utm_source=x</link><guid isPermaLink="false"> g-1 </guid>
                <description>Short</description><content:encoded><![CDATA[<p>Long $\\frac{a}{b}$.</p><p>More.</p>]]></content:encoded>
                <dc:creator>Jane Doe</dc:creator><author>joe@example.org (Joe Roe)</author><category>AI</category><category>AI</category>
                <pubDate>Fri, 03 Oct 2025 10:00:00 GMT</pubDate><prism:doi>10.1000/XYZ</prism:doi><slash:comments>3</slash:comments></item>
                </channel></rss>""");
        assertThat(feed.title()).isEqualTo("A & B");
        assertThat(feed.link()).isEqualTo("https://example.org/blog/");
        assertThat(feed.ttl()).contains(Duration.ofMinutes(90));
        assertThat(feed.skipHours()).containsExactlyInAnyOrder(0, 13);
        ParsedEntry entry = feed.entries().get(0);
        assertThat(entry.guid()).isEqualTo("g-1");
        assertThat(entry.title()).isEqualTo("First post");
        assertThat(entry.link()).isEqualTo("https://example.org/blog/first?utm_source=x");
        assertThat(entry.text()).isEqualTo("Long $\\frac{a}{b}$.\n\nMore.");
        assertThat(entry.authors()).containsExactly("Jane Doe", "Joe Roe");
        assertThat(entry.categories()).containsExactly("AI");
        assertThat(entry.published()).isEqualTo(Instant.parse("2025-10-03T10:00:00Z"));
        assertThat(entry.doi()).isEqualTo("10.1000/xyz");
        assertThat(entry.attributes()).containsEntry("comments", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel xmlns='https://cms.example.org/ns'>%s</channel></rss>",
                "<rss version='2.0'><channel xmlns='http://www.w3.org/2005/Atom'>%s</channel></rss>",
                "<rss version='2.0' xmlns='https://cms.example.org/ns'><channel>%s</channel></rss>",
                "<br />\n<b>Warning</b>: Undefined index in /var/www/a.php on line 3<br />\n<rss><channel>%s</channel></rss>",
                "Notice: x\n<rss version='2.0'><channel>%s</channel></rss>",
                "[<?xml version='1.0'?><rss version='2.0'><channel>%s</channel></rss>"
            })
    void itemsAreReadWhateverNamespaceTheyHaveByDefaultAndWhateverStandsBeforeThem(String document) {
        ParsedFeed feed = feed(document.formatted(
                "<title>T</title><item><title>One</title><link>https://example.org/1</link></item>"));
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("One");
            assertThat(entry.link()).isEqualTo("https://example.org/1");
        });
    }

    @Test
    void anItemMayHaveANamespaceOfItsOwn() {
        ParsedFeed feed = feed("<rss><channel><item xmlns='urn:x'><title>One</title></item></channel></rss>");
        assertThat(feed.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.title()).isEqualTo("One"));
    }

    @Test
    void prefixesThatAreDeclaredNowhereOrElsewhereMeanWhatTheyUsuallyDo() {
        ParsedFeed feed = feed("<rss><channel><item><title>One</title><dcterms:created x:y='1'/>"
                + "<a:b xmlns:a='urn:a'/><dc:creator>Jane Doe</dc:creator><content:encoded>Long text.</content:encoded>"
                + "</item><item><title>Two</title><a:b/><prism:doi>10.1000/xyz</prism:doi></item></channel></rss>");
        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().get(0).authors()).containsExactly("Jane Doe");
        assertThat(feed.entries().get(0).text()).isEqualTo("Long text.");
        assertThat(feed.entries().get(1).doi()).isEqualTo("10.1000/xyz");
    }

    @Test
    void nullInJsonIsNoWord() {
        ParsedFeed feed = feed("""
                {"title": null, "items": [{"id": "https://example.org/1", "title": null, "url": null, "content_text": "Words.",
                 "authors": [null, {"name": null}], "tags": [null, "AI"]}, {"id": 7, "title": "Two", "author": "Jane Roe"},
                 {"id": "3", "title": "Three", "authors": {"name": "Jane Roe", "url": "https://example.org"}},
                 {"id": "4", "title": "Four", "authors": ["Jane Roe", {"name": "Jo Doe"}]}]}""");
        assertThat(feed.title()).isEmpty();
        ParsedEntry first = feed.entries().get(0);
        assertThat(first.title()).isEmpty();
        assertThat(first.link()).isEqualTo("https://example.org/1");
        assertThat(first.authors()).isEmpty();
        assertThat(first.categories()).containsExactly("AI");
        assertThat(feed.entries().get(1).guid()).isEqualTo("7");
        assertThat(feed.entries().subList(1, 3))
                .allSatisfy(entry -> assertThat(entry.authors()).containsExactly("Jane Roe"));
        assertThat(feed.entries().get(3).authors()).containsExactly("Jane Roe", "Jo Doe");
    }

    @Test
    void anEntryWithoutLinkHasThatOfItsIdOrItsFile() {
        assertThat(feed("<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://example.org/'/>"
                                + "<entry><id>https://example.org/posts/7</id><title>T</title></entry></feed>")
                        .entries()
                        .get(0)
                        .link())
                .isEqualTo("https://example.org/posts/7");
        assertThat(feed("<rss><channel><item><title>T</title><guid isPermaLink='false'>e5</guid>"
                                + "<enclosure url='https://cdn.example.org/5.mp3' type='audio/mpeg'/></item></channel></rss>")
                        .entries()
                        .get(0)
                        .link())
                .isEqualTo("https://cdn.example.org/5.mp3");
    }

    @Test
    void aFileIsTheLinkOfAnEntryThatHasNoOther() {
        assertThat(feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:1</id><title>T</title>"
                                + "<link rel='enclosure' href='https://cdn.example.org/5.mp3'/></entry></feed>")
                        .entries()
                        .get(0)
                        .link())
                .isEqualTo("https://cdn.example.org/5.mp3");
        assertThat(
                        feed("{\"items\": [{\"id\": \"1\", \"attachments\": [{\"url\": \"https://cdn.example.org/6.mp3\"}]}]}")
                                .entries()
                                .get(0)
                                .link())
                .isEqualTo("https://cdn.example.org/6.mp3");
    }

    @Test
    void onePersonIsNamedOnceAndWithoutAddress() {
        assertThat(feed("<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><title>T</title>"
                                + "<author>jane@example.org (Jane Roe)</author><dc:creator>Jane ROE</dc:creator></item>"
                                + "</channel></rss>")
                        .entries()
                        .get(0)
                        .authors())
                .containsExactly("Jane Roe");
    }

    @Test
    void rss10HasItsItemsBesideTheChannel() {
        ParsedFeed feed = feed("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://example.org/"><title>T</title><link>https://example.org/</link></channel>
                <item rdf:about="https://example.org/1"><title>One</title><link>https://example.org/1</link><dc:date>2025-10-03</dc:date></item>
                </rdf:RDF>""");
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.guid()).isEqualTo("https://example.org/1");
            assertThat(entry.published()).isEqualTo(Instant.parse("2025-10-03T00:00:00Z"));
        });
    }

    @Test
    void atomIsReadWithItsTextTypesAndBases() {
        ParsedFeed feed = feed("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/">
                <title type="html">A &amp;lt;b&amp;gt;</title><link rel="self" href="feed"/><link href="."/>
                <author><name>Feed Author</name></author>
                <entry xml:base="b/"><id>tag:1</id><title type="text">x &lt; y &lt;b&gt;</title>
                <link rel="enclosure" href="sound.mp3"/><link rel="alternate" type="text/html" href="1.html"/>
                <summary>Short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></content>
                <updated>2025-10-03T10:00:00Z</updated><category term="t" label="Tag"/></entry></feed>""");
        assertThat(feed.title()).isEqualTo("A <b>");
        assertThat(feed.link()).isEqualTo("https://example.org/a/");
        ParsedEntry entry = feed.entries().get(0);
        assertThat(entry.title()).isEqualTo("x < y <b>");
        assertThat(entry.link()).isEqualTo("https://example.org/a/b/1.html");
        assertThat(entry.text()).isEqualTo("One\n\nTwo");
        assertThat(entry.authors()).containsExactly("Feed Author");
        assertThat(entry.published()).isNull();
        assertThat(entry.updated()).isEqualTo(Instant.parse("2025-10-03T10:00:00Z"));
    }

    @Test
    void atom03IsRead() {
        ParsedFeed feed = feed("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title>
                <entry><id>1</id><title mode="escaped" type="text/html">A &lt;i&gt;b&lt;/i&gt;</title>
                <content type="text/html" mode="base64">PHA+Qm9keTwvcD4=</content><issued>2025-10-03T10:00:00</issued></entry></feed>""");
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("A b");
            assertThat(entry.text()).isEqualTo("Body");
            assertThat(entry.published()).isEqualTo(Instant.parse("2025-10-03T10:00:00Z"));
        });
    }

    @Test
    void jsonFeedIsRead() {
        ParsedFeed feed = feed("""
                \ufeff{"version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "https://example.org/",
                 "authors": [{"name": "Jane"}], "items": [
                 {"id": 7, "url": "/7", "title": "Seven", "content_html": "<p>a</p><p>b</p>", "date_published": "2025-10-03T10:00:00Z", "tags": ["x"]},
                 {"id": "8", "content_text": "Only text\\nhere", "authors": [{"name": "Joe"}]}]}""");
        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().get(0).guid()).isEqualTo("7");
        assertThat(feed.entries().get(0).link()).isEqualTo("https://example.org/7");
        assertThat(feed.entries().get(0).text()).isEqualTo("a\n\nb");
        assertThat(feed.entries().get(0).authors()).containsExactly("Jane");
        assertThat(feed.entries().get(1).text()).isEqualTo("Only text here");
        assertThat(feed.entries().get(1).authors()).containsExactly("Joe");
    }

    @Test
    void linksThatAreNoWebAddressesAreLeftOut() {
        ParsedFeed feed = feed(
                "<rss><channel><item><title>x</title><link>javascript:alert(1)</link></item>"
                        + "<item><title>y</title><link>data:text/html,x</link><guid>http://example.org/y</guid></item></channel></rss>");
        assertThat(feed.entries().get(0).link()).isEmpty();
        assertThat(feed.entries().get(1).link()).isEqualTo("http://example.org/y");
    }

    @Test
    void htmlThatNobodyEscapedIsStillText() {
        ParsedFeed feed = feed(
                "<rss><channel><item><title>A <b>b</b></title><description><p>One</p><p>Two<br/>2</p></description></item></channel></rss>");
        assertThat(feed.entries().get(0).title()).isEqualTo("A b");
        assertThat(feed.entries().get(0).text()).isEqualTo("One\n\nTwo\n2");
    }

    @Test
    void aPageIsNotAFeedAndItsFeedIsNamed() {
        String page = "<!DOCTYPE html><html><head><link rel=alternate type='application/atom+xml' href='/atom.xml'>"
                + "</head><body><p>Hi<br></body></html>";
        assertThat(notAFeed(page)).contains("HTML page", "https://example.org/atom.xml");
        assertThat(notAFeed("<html><body/></html>")).contains("HTML page");
    }

    @Test
    void otherDocumentsAreNotFeeds() {
        assertThat(notAFeed("")).contains("empty");
        assertThat(notAFeed("<opml><head/><body/></opml>")).contains("'opml'");
        assertThat(notAFeed("{\"a\": 1}")).contains("not a JSON Feed");
        assertThat(notAFeed("{\"items\": [")).contains("not well-formed JSON");
        assertThat(notAFeed("[".repeat(100_000))).contains("JSON");
    }

    @Test
    void aFeedWithoutEntriesIsAFeed() {
        assertThat(feed("<rss version='2.0'><channel><title>Quiet</title></channel></rss>")
                        .entries())
                .isEmpty();
    }

    private static ParsedFeed feed(String document) {
        FeedResult result = FeedReader.read(document.getBytes(StandardCharsets.UTF_8), "", FETCHED);
        assertThat(result).isInstanceOf(FeedResult.Feed.class);
        return ((FeedResult.Feed) result).feed();
    }

    private static String notAFeed(String document) {
        FeedResult result = FeedReader.read(document.getBytes(StandardCharsets.UTF_8), "", FETCHED);
        assertThat(result).isInstanceOf(FeedResult.NotAFeed.class);
        return ((FeedResult.NotAFeed) result).reason();
    }
}
