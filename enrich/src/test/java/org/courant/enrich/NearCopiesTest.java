package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Items;
import org.courant.schemas.Member;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works that no name ties: what their texts say. */
class NearCopiesTest {
    private static final long NOON = 1_782_000_000_000L;
    private static final String PAPER = "arxiv:2606.00001";
    private static final String TOPIC = "forum:forum.example.org/7";

    private static final String ABSTRACT = """
            Orchard robots prune branches by rules that a gardener wrote down decades ago. We present Espalier, a policy \
            that learns where to cut from photographs of trees taken before and after winter. A graph of branch segments \
            is extracted from three views, and each candidate cut is scored by the yield that it is expected to leave in \
            the second summer. On forty apple trees of two cultivars the policy agrees with expert gardeners in nine cuts \
            of ten, needs a fifth of their time, and leaves trees that bear eleven percent more fruit than those pruned \
            by the written rules. Cuts that experts reject cluster around old wounds, which the cameras do not resolve.""";

    private static final String REWRITTEN = """
            Ferries that cross the strait burn most of their fuel while they wait for a berth. Harbour masters publish \
            slots only an hour ahead, so captains hurry and then drift. A year of transponder records shows that a slower \
            approach with a slot known six hours ahead would have saved a third of the fuel without a single late arrival.""";

    @TempDir
    private Path dir;

    private EnrichDriver driver;

    @BeforeEach
    void start() {
        driver = new EnrichDriver("near-copies", dir);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aForumTopicThatQuotesTheAbstractIsInTheStoryOfThePaperAndSaysWhy() {
        driver.send(paper("v1", 1, ABSTRACT), NOON);
        driver.send(
                topic("Has anybody tried this on pears?\n\n" + ABSTRACT + "\n\nOur orchard has three cultivars."),
                NOON + 1);

        assertThat(driver.tables().stories()).containsOnlyKeys(PAPER);
        Member topic = member("topic");
        assertThat(topic.getRule()).isEqualTo("text");
        assertThat(topic.getPartner()).isEqualTo(PAPER);
        assertThat(topic.getScore()).isGreaterThan(0.9);
        assertThat(story().getMembers()).extracting(Member::getRule).containsExactlyInAnyOrder("first", "text");
        assertThat(story().getAbsorbed()).containsExactly(TOPIC);
    }

    @Test
    void theStoryPartsAgainWhenANewVersionOfThePaperSaysSomethingElse() {
        driver.send(paper("v1", 1, ABSTRACT), NOON);
        driver.send(topic(ABSTRACT), NOON + 1);
        assertThat(driver.tables().stories()).containsOnlyKeys(PAPER);

        driver.send(paper("v2", 2, REWRITTEN), NOON + 2);

        assertThat(driver.tables().stories()).containsOnlyKeys(PAPER, TOPIC);
        assertThat(member("topic").getRule()).isEqualTo("first");
    }

    @Test
    void theStoryIsWholeAgainWhenTheNewVersionIsTakenBack() {
        driver.send(topic(ABSTRACT), NOON);
        driver.send(paper("v1", 1, ABSTRACT), NOON + 1);
        driver.send(paper("v2", 2, REWRITTEN), NOON + 2);

        // An edit moves the item to another name: it is no version of the paper any more.
        driver.send(
                SourceItem.newBuilder(paper("v2", 2, REWRITTEN))
                        .setIdentities(List.of("url:https://example.org/ferries"))
                        .setTitle("Ferries That Arrive on Time by Going Slower")
                        .setAuthors(List.of("Mara Holm"))
                        .build(),
                NOON + 3);

        assertThat(driver.tables().stories()).containsOnlyKeys(PAPER, "url:https://example.org/ferries");
        assertThat(driver.tables().membersOfStories()).containsEntry("topic", PAPER);
    }

    @Test
    void whatWasPublishedFurtherApartThanTheWindowIsNotCompared() {
        driver.send(paper("v1", 1, ABSTRACT), NOON);
        driver.send(topic(ABSTRACT), NOON + Duration.ofDays(61).toMillis());

        assertThat(driver.tables().stories()).containsOnlyKeys(PAPER, TOPIC);
    }

    @Test
    void twoTopicsOfOneForumThatQuoteEachOtherStayTwoStories() {
        driver.send(topic(ABSTRACT), NOON);
        driver.send(
                SourceItem.newBuilder(topic("Somebody wrote:\n\n" + ABSTRACT))
                        .setItemId("other topic")
                        .setIdentities(List.of("forum:forum.example.org/8"))
                        .build(),
                NOON + 1);

        assertThat(driver.tables().stories()).containsOnlyKeys(TOPIC, "forum:forum.example.org/8");
    }

    private static SourceItem paper(String itemId, int version, String text) {
        return Items.builder(itemId, PAPER)
                .setTitle("Espalier: Learning Where to Cut an Apple Tree")
                .setBody(text)
                .setAuthors(List.of("Ilse Kerner", "Tomas Baum"))
                .setVersion(version)
                .build();
    }

    private static SourceItem topic(String text) {
        return Items.builder("topic", TOPIC)
                .setSourceKind(SourceKind.FORUM)
                .setTitle("Pruning by photograph")
                .setBody(text)
                .setAuthors(List.of("gardener42"))
                .setUrl("https://forum.example.org/t/7")
                .setPublishedAt(null)
                .setFetchedAt(Instant.EPOCH)
                .build();
    }

    private Story story() {
        return Objects.requireNonNull(driver.tables().stories().get(PAPER)).value();
    }

    private Member member(String itemId) {
        return driver.tables().stories().values().stream()
                .flatMap(story -> story.value().getMembers().stream())
                .filter(member -> member.getItemId().equals(itemId))
                .findFirst()
                .orElseThrow();
    }
}
