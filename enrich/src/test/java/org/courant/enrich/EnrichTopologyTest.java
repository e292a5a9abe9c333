package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Items;
import org.courant.schemas.Member;
import org.courant.schemas.Rejection;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.courant.schemas.hash.ContentHash;
import org.courant.schemas.serde.AvroSerdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
    private static final String PAPER = "arxiv:2606.00001";
    private static final String DOI = "doi:10.1000/1";
    private static final long NOON = Instant.parse("2026-06-24T12:00:00Z").toEpochMilli();

    private EnrichDriver driver;

    @BeforeEach
    void open(@TempDir Path dir) {
        driver = new EnrichDriver("enrich-topology-test", dir);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aPaperListedInThreeCategoriesBecomesOneStory() {
        driver.send(listed("cs.AI"), NOON);
        driver.send(listed("cs.LG"), NOON + 1);
        driver.send(listed("cs.CL"), NOON + 2);

        Story story = onlyStory();
        assertThat(story.getStoryId()).isEqualTo(PAPER);
        assertThat(story.getMembers())
                .extracting(Member::getItemId)
                .containsExactly("arxiv:2606.00001v1@cs.AI", "arxiv:2606.00001v1@cs.CL", "arxiv:2606.00001v1@cs.LG");
        assertThat(story.getCategories()).containsExactly("cs.AI", "cs.CL", "cs.LG");
        assertThat(member("arxiv:2606.00001v1@cs.AI").getRule()).isEqualTo("first");
        assertThat(member("arxiv:2606.00001v1@cs.LG").getRule()).isEqualTo("identity");
        assertThat(member("arxiv:2606.00001v1@cs.LG").getPartner()).isEqualTo(PAPER);
    }

    @Test
    void anItemWithTwoNamesBringsTwoStoriesTogetherAndTheWeakerOneIsWithdrawn() {
        driver.send(Items.item("paper", PAPER), NOON);
        driver.send(press(), NOON + 1);
        assertThat(driver.tables().stories()).containsOnlyKeys(PAPER, DOI);

        driver.send(Items.item("bridge", PAPER, DOI), NOON + 2);

        assertThat(driver.storyRecords()).anySatisfy(record -> {
            assertThat(record.key()).isEqualTo(DOI);
            assertThat(record.value()).isNull();
        });
        assertThat(onlyStory().getAbsorbed()).containsExactly(DOI);
        assertThat(driver.tables().membersOfStories()).containsOnlyKeys("bridge", "paper", "press");
        assertThat(member("press").getPartner()).isEqualTo(DOI);
    }

    @Test
    void anEditThatDropsANamePartsTheStoriesAgain() {
        driver.send(Items.item("paper", PAPER), NOON);
        driver.send(press(), NOON + 1);
        driver.send(Items.item("bridge", PAPER, DOI), NOON + 2);

        driver.send(Items.item("bridge", PAPER), NOON + 3);

        assertThat(driver.tables().stories()).containsOnlyKeys(PAPER, DOI);
        assertThat(driver.tables().membersOfStories()).containsEntry("press", DOI);
        assertThat(member("press").getRule()).isEqualTo("first");
    }

    @Test
    void aNameThatOneWorkAloneUsesConcernsNobodyElse() {
        driver.send(Items.item("post", "url:https://example.org/a", "feed:blog:1"), NOON);

        assertThat(onlyStory().getStoryId()).isEqualTo("url:https://example.org/a");
        assertThat(onlyStory().getAbsorbed()).isEmpty();
    }

    @Test
    void anEditedItemMovesToTheStoryOfItsNewName() {
        driver.send(Items.item("post", "url:https://example.org/a"), NOON);
        driver.send(Items.item("post", "url:https://example.org/b"), NOON + 1);

        assertThat(onlyStory().getStoryId()).isEqualTo("url:https://example.org/b");
        assertThat(onlyStory().getMembers())
                .singleElement()
                .satisfies(member -> assertThat(member.getFirstSeen()).isEqualTo(Instant.ofEpochMilli(NOON)));
    }

    @Test
    void aLateDeliveryOfAnOlderVersionChangesOnlyWhenTheItemWasFirstSeen() {
        driver.send(Items.builder("post", PAPER).setTitle("New").build(), NOON);
        driver.send(Items.builder("post", PAPER).setTitle("Old").build(), NOON - 1000);

        assertThat(onlyStory().getTitle()).isEqualTo("New");
        assertThat(onlyStory().getMembers().get(0).getFirstSeen()).isEqualTo(Instant.ofEpochMilli(NOON - 1000));
    }

    @Test
    void anItemThatIsNoGoodIsRejectedUntilAGoodDeliveryComes() {
        driver.send(Items.builder("post", PAPER).setTitle("").setBody(" ").build(), NOON);
        assertThat(driver.tables().stories()).isEmpty();
        assertThat(driver.tables().rejections().get("post"))
                .isEqualTo(new Rejection(
                        "post", "text", null, "It has neither title nor text.", "courant.source-items", 0, 0L));

        driver.send(Items.item("post", PAPER), NOON - 1);
        assertThat(driver.tables().membersOfStories()).containsKey("post");
        assertThat(driver.tables().rejected()).isEmpty();
    }

    @Test
    void theWorkItselfGivesAStoryItsTextsEvenWhereThePressWasEarlier() {
        driver.send(
                Items.builder("press", PAPER)
                        .setSourceKind(SourceKind.MEDIA)
                        .setTitle("Robots!")
                        .setPublishedAt(Instant.ofEpochMilli(NOON - 5000))
                        .build(),
                NOON);
        driver.send(Items.builder("v1", PAPER).setTitle("First").build(), NOON);
        driver.send(Items.builder("v2", PAPER).setTitle("Second").setVersion(2).build(), NOON);

        assertThat(onlyStory().getTitle()).isEqualTo("Second");
        assertThat(onlyStory().getVersion()).isEqualTo(2);
        assertThat(onlyStory().getSourceKind()).isEqualTo(SourceKind.ARXIV);
        assertThat(onlyStory().getEventTime()).isEqualTo(Instant.ofEpochMilli(NOON - 5000));
    }

    @Test
    void anItemWhoseIdNamesAnotherPaperThanItsIdentitiesIsRejected() {
        driver.send(Items.item("arxiv:2606.00002v1@cs.AI", PAPER), NOON);

        assertThat(driver.tables().stories()).isEmpty();
        assertThat(Objects.requireNonNull(driver.tables().rejections().get("arxiv:2606.00002v1@cs.AI"))
                        .getReason())
                .isEqualTo("Its id names arxiv:2606.00002, but its strongest identity is 'arxiv:2606.00001'.");
    }

    @Test
    void aDateOfTheFutureIsNoDate() {
        Instant future = Instant.ofEpochMilli(NOON).plus(Duration.ofDays(20_000));
        driver.send(Items.builder("post", PAPER).setPublishedAt(future).build(), NOON);

        assertThat(onlyStory().getEventTime()).isEqualTo(Instant.ofEpochMilli(NOON));
        assertThat(onlyStory().getMembers().get(0).getPublishedAt()).isNull();
    }

    @Test
    void whatChangesNothingIsNotPublishedAgain() {
        driver.send(Items.item("paper", PAPER), NOON);
        assertThat(driver.storyRecords()).hasSize(1);

        driver.send(Items.builder("paper", PAPER).setTitle("Older").build(), NOON);
        driver.send(Items.builder("paper", PAPER).setTitle("Older").build(), NOON);
        int first = driver.storyRecords().size();
        driver.send(Items.builder("paper", PAPER).setTitle("Older").build(), NOON);

        assertThat(first).isLessThanOrEqualTo(1);
        assertThat(driver.storyRecords()).isEmpty();
    }

    @Test
    void aStoryHasTheTimeOfItsNewestDeliveryAndNothingOfTheProducersHeaders() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("trace", new byte[] {1});
        driver.send(Items.item("a", PAPER), NOON, headers);
        driver.send(Items.item("b", PAPER), NOON - 9, headers);

        assertThat(driver.storyRecords()).hasSize(2).allSatisfy(record -> {
            assertThat(record.timestamp()).isEqualTo(NOON);
            assertThat(record.headers()).isEmpty();
        });
    }

    @Test
    void theContentHashLeavesPositionsInTheLogOut() {
        driver.send(Items.item("a", PAPER), NOON);
        Story story = onlyStory();
        Story elsewhere = Story.newBuilder(story)
                .setMembers(List.of(Member.newBuilder(story.getMembers().get(0))
                        .setTopic("")
                        .setPartition(0)
                        .setOffset(0)
                        .build()))
                .build();

        assertThat(story.getContentHash()).isEqualTo(ContentHash.of(elsewhere));
    }

    @Test
    void theTopologyIsTheOneThatOperatorsState() throws IOException {
        try (InputStream golden = EnrichTopologyTest.class.getResourceAsStream("topology.txt")) {
            assertThat(EnrichDriver.topology(AvroSerdes.mock("golden"))
                            .describe()
                            .toString())
                    .as("internal topics and stores of running services depend on these names")
                    .isEqualToIgnoringNewLines(
                            new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Story onlyStory() {
        assertThat(driver.tables().stories()).hasSize(1);
        return driver.tables().stories().values().iterator().next().value();
    }

    private Member member(String itemId) {
        return driver.tables().stories().values().stream()
                .flatMap(story -> story.value().getMembers().stream())
                .filter(member -> member.getItemId().equals(itemId))
                .findFirst()
                .orElseThrow();
    }

    /** Another text than that of the other items, so that only a name can tie it to them. */
    private static SourceItem press() {
        return Items.builder("press", DOI)
                .setTitle("Tides Under Glass")
                .setBody("A museum shows a year of tides in an hour. Visitors turn a wheel and the water answers.")
                .setAuthors(List.of("P. Writer"))
                .build();
    }

    private static SourceItem listed(String category) {
        return Items.builder("arxiv:2606.00001v1@" + category, PAPER)
                .setSourceName("arXiv " + category)
                .setCategories(List.of(category))
                .build();
    }
}
