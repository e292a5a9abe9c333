package org.courant.ingest.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.courant.ingest.feed.SafeXml;
import org.courant.ingest.feed.Xml;
import org.courant.testkit.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstPostTest {
    private static final String POST = "<p>How do I <em>train</em>?</p>\n<pre><code>x = 1\n</code></pre>";
    private static final String TEXT = "How do I train?\n\nx = 1";
    private static final String LINK = "<a href=\"https://forum.example/t/how/7\">";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 posts - 2 participants|Read full topic",
                "1 Beitrag - 1 Teilnehmer|Ganzes Thema lesen",
                "3 \u4e2a\u5e16\u5b50|\u9605\u8bfb\u5b8c\u6574\u8bdd\u9898"
            })
    void theTailIsTakenOffInAnyLanguage(String words) {
        String[] tail = words.split("\\|", 2);
        String description =
                "\n  " + POST + "\n<p><small>" + tail[0] + "</small></p>\n<p>" + LINK + tail[1] + "</a></p>\n";
        assertThat(FirstPost.ofFeed(description)).isEqualTo(TEXT);
    }

    @Test
    void theFormOfOlderForumsIsUnwrapped() {
        String description = "<p><a href=\"https://forum.example/u/jane\">@jane</a> wrote:</p><blockquote>" + POST
                + "</blockquote><p>Posts: 1,234</p><p>Participants: 12</p><p>" + LINK + "Read full topic</a></p>";
        assertThat(FirstPost.ofFeed(description)).isEqualTo(TEXT);
    }

    @Test
    void aQuotationThatThePostBeginsWithStays() {
        String description =
                "<blockquote><p>Quoted</p></blockquote><p>Answer</p><p><small>1 post - 1 participant</small></p><p>"
                        + LINK + "Read full topic</a></p>";
        assertThat(FirstPost.ofFeed(description)).isEqualTo("Quoted\n\nAnswer");
    }

    @Test
    void feedAndJsonSayTheSame() {
        String feed = POST + "<p><small>9 posts - 2 participants</small></p><p>" + LINK + "Read full topic</a></p>";
        assertThat(FirstPost.ofFeed(feed)).isEqualTo(FirstPost.ofJson(POST));
    }

    @Test
    void whatForumsDrawAroundPicturesIsNoText() {
        assertThat(FirstPost.ofJson("<p>See <div class=\"lightbox-wrapper\"><a><img src=x><div class=\"meta\">"
                        + "<span class=\"filename\">image</span> 1920\u00d71080 120 KB</div></a></div></p>"))
                .isEqualTo("See");
    }

    @Test
    void noTopicOfCapturedForumsEndsWithItsNumbers() {
        int topics = 0;
        for (Map.Entry<String, byte[]> file :
                Archive.files("discourse", "site-rss.tar.gz").entrySet()) {
            boolean ofTopics =
                    file.getKey().endsWith("/latest.rss") || file.getKey().contains("/c/");
            if (ofTopics && SafeXml.parse(file.getValue(), "") instanceof Xml.Parsed xml) {
                for (TopicFeed.Entry entry :
                        TopicFeed.of(xml.root()).orElseThrow().entries()) {
                    Topic topic = entry.topic()
                            .orElseThrow(() -> new AssertionError(
                                    new String(entry.element().raw(), StandardCharsets.UTF_8)));
                    assertThat(topic.text()).as(topic.url()).doesNotContain("Read full topic", "Participants: ");
                    assertThat(topic.title()).isNotEmpty();
                    assertThat(topic.author()).doesNotContain("@");
                    topics++;
                }
            }
        }
        assertThat(topics).isGreaterThan(100);
    }
}
