package org.courant.ingest.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.courant.ingest.fixture.Polls;
import org.courant.ingest.source.Fetched;
import org.courant.schemas.Connector;
import org.courant.schemas.SourceItem;
import org.courant.testkit.HttpAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscourseConnectorTest {
    private static final Instant START = Instant.parse("2025-10-01T00:00:00Z");

    private final ForumFixture forum = new ForumFixture();
    private final Polls polls =
            new Polls(new DiscourseConnector(), Polls.source(Connector.DISCOURSE, forum.uri(), Map.of()));

    @AfterEach
    void close() {
        polls.close();
        forum.close();
    }

    @Test
    void aTopicIsItsFirstPost() throws InterruptedException {
        forum.begin(7, START);
        forum.reply(7, START.plusSeconds(60));
        SourceItem item = polls.items().items().get(0);
        assertThat(item.getItemId()).isEqualTo("discourse:forum.example:7");
        assertThat(item.getIdentities())
                .containsExactly("url:https://forum.example/t/topic/7", "forum:forum.example/7");
        assertThat(item.getTitle()).isEqualTo("Topic 7");
        assertThat(item.getBody()).isEqualTo("Question 7 about tuning.");
        assertThat(item.getUrl()).isEqualTo("https://forum.example/t/topic/7");
        assertThat(item.getAuthors()).containsExactly("jane");
        assertThat(item.getCategories()).containsExactly("Models", "llm", "tuning");
        assertThat(item.getPublishedAt()).isEqualTo(START);
        assertThat(item.getAttributes())
                .containsEntry("replies", "1")
                .containsEntry("closed", "true")
                .containsEntry("pinned", "false")
                .containsEntry("bumpedAt", "2025-10-01T00:01:00Z");
        assertThat(polls.cursor().getMarks()).containsEntry("bumpedAt", "2025-10-01T00:01:00Z");
    }

    @Test
    void aReplyIsNoRevision() throws InterruptedException {
        forum.begin(7, START);
        Map<String, String> before = hashes(polls.items());
        forum.reply(7, START.plusSeconds(60));
        assertThat(hashes(polls.items())).isEqualTo(before);
    }

    @Test
    void aQuietForumIsAskedForItsFeedOnly() throws InterruptedException {
        forum.begin(7, START);
        polls.items();
        assertThat(polls.poll()).isInstanceOf(Fetched.NotModified.class);
        assertThat(forum.site().requests("/latest.json")).hasSize(1);
    }

    @Test
    void topicsThatTheFeedHasNoRoomForAreAskedForOneByOne() throws InterruptedException {
        forum.begin(1, START);
        polls.items();
        for (int id = 2; id <= 50; id++) {
            forum.begin(id, START.plusSeconds(id));
        }
        Fetched.Items second = polls.items();
        assertThat(ids(second)).hasSize(49);
        assertThat(second.more()).isFalse();
        assertThat(forum.site().requests("/latest.json")).hasSize(3);
        assertThat(forum.site().requests("/t/1.json")).isEmpty();
        assertThat(second.items())
                .allSatisfy(item -> assertThat(item.getCategories()).contains("Models"));
    }

    @Test
    void aTopicSaysTheSameFromTheFeedAndFromJson() throws InterruptedException {
        forum.begin(1, START);
        polls.items();
        for (int id = 2; id <= 40; id++) {
            forum.begin(id, START.plusSeconds(id));
        }
        Map<String, String> first = hashes(polls.items());
        assertThat(forum.site().requests("/t/5.json")).hasSize(1);
        forum.reply(5, START.plusSeconds(1000));
        assertThat(first).containsAllEntriesOf(hashes(polls.items()));
    }

    @Test
    void moreThanTwentyMissedTopicsAreFetchedInSeveralPolls() throws InterruptedException {
        forum.begin(1, START);
        polls.items();
        for (int id = 2; id <= 120; id++) {
            forum.begin(id, START.plusSeconds(id));
        }
        Set<String> seen = new HashSet<>();
        List<Boolean> more = new ArrayList<>();
        boolean again = true;
        while (again) {
            Fetched.Items fetched = polls.items();
            seen.addAll(ids(fetched));
            again = fetched.more();
            more.add(again);
        }
        assertThat(seen).hasSize(119);
        assertThat(more).containsExactly(true, true, true, true, false);
        assertThat(polls.poll()).isInstanceOf(Fetched.NotModified.class);
    }

    @Test
    void aTopicThatIsListedAndNotShownIsRejected() throws InterruptedException {
        forum.begin(1, START);
        polls.items();
        for (int id = 2; id <= 35; id++) {
            forum.begin(id, START.plusSeconds(id));
        }
        forum.site().route("/t/3.json", HttpAnswer.of(403, ""));
        Fetched.Items fetched = polls.items();
        assertThat(fetched.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.itemId()).isEqualTo("discourse:forum.example:3");
            assertThat(rejected.reason()).contains("topic 3");
        });
        assertThat(fetched.listed()).isEqualTo(34);
    }

    @Test
    void aForumThatAsksForPatienceGetsItAndNothingIsLost() throws InterruptedException {
        forum.begin(1, START);
        polls.items();
        for (int id = 2; id <= 40; id++) {
            forum.begin(id, START.plusSeconds(id));
        }
        forum.site().route("/t/4.json", HttpAnswer.of(429, "").with("Retry-After", "30"));
        Fetched.Items first = polls.items();
        assertThat(first.more()).isFalse();
        assertThat(first.change().atLeast()).contains(Duration.ofSeconds(30));
        assertThat(ids(first)).hasSize(32);
        forum.site().route("/t/4.json", HttpAnswer.of(404, ""));
        Fetched.Items second = polls.items();
        Set<String> all = new HashSet<>(ids(first));
        all.addAll(ids(second));
        assertThat(all).hasSize(38);
        assertThat(second.rejected()).hasSize(1);
    }

    @Test
    void aListThatFailsFailsThePollSoThatNothingIsWrittenWithoutTags() throws InterruptedException {
        forum.begin(1, START);
        forum.site().route("/latest.json", HttpAnswer.of(502, ""));
        assertThat(polls.failure()).contains("502");
        forum.site().route("/latest.json", HttpAnswer.of(429, "").with("Retry-After", "5"));
        assertThat(polls.poll()).isInstanceOf(Fetched.Throttled.class);
        forum.site().route("/latest.json", HttpAnswer.ok("<html>"));
        assertThat(polls.failure()).contains("not JSON");
    }

    @Test
    void aForumWithoutJsonIsReadFromItsFeed() throws InterruptedException {
        forum.begin(1, START);
        forum.site().route("/latest.json", HttpAnswer.of(403, ""));
        assertThat(polls.items().items())
                .singleElement()
                .satisfies(item -> assertThat(item.getCategories()).containsExactly("Models"));
    }

    @Test
    void whatIsNoForumIsAFailure() throws InterruptedException {
        forum.site().route("/latest.rss", HttpAnswer.ok("<html><p>Welcome<br></html>"));
        assertThat(polls.failure()).contains("base of a Discourse forum");
        forum.site().route("/latest.rss", HttpAnswer.of(410, ""));
        assertThat(polls.poll()).isInstanceOf(Fetched.Gone.class);
    }

    private static Set<String> ids(Fetched.Items fetched) {
        return fetched.items().stream().map(SourceItem::getItemId).collect(Collectors.toSet());
    }

    private static Map<String, String> hashes(Fetched.Items fetched) {
        Function<SourceItem, String> id = SourceItem::getItemId;
        return fetched.items().stream().collect(Collectors.toMap(id, SourceItem::getContentHash));
    }
}
