package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.schemas.Source;
import org.courant.schemas.SourceState;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One service and the sources of a test server. */
@WithKafka
final class IngestServiceIT {
    private static final Duration SOON = Duration.ofSeconds(45);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration SELDOM = Duration.ofHours(1);

    private final LineServer server = new LineServer();
    private IngestCluster cluster;

    @BeforeEach
    void createTopics(TestCluster kafka) {
        cluster = IngestCluster.on(kafka, 2);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void whatASourceListsIsWrittenOnceHoweverOftenItIsPolled() {
        Source blog = server.source("blog", "blog.example", OFTEN, "a one", "b two");
        cluster.apply(blog);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> server.requests(blog).size() >= 5);
            server.serve("blog", "a one", "b two", "c three");
            await().atMost(SOON).until(() -> cluster.items().size() >= 3);
            int polls = server.requests(blog).size();
            await().atMost(SOON).until(() -> server.requests(blog).size() >= polls + 3);

            assertThat(cluster.itemIds()).containsExactlyInAnyOrder("feed:blog:a", "feed:blog:b", "feed:blog:c");
            assertThat(ingest.health().ready()).isTrue();
        }
    }

    @Test
    void anItemThatChangesIsWrittenAgainAndItsNeighboursAreNot() {
        Source blog = server.source("blog", "blog.example", OFTEN, "a one", "b two");
        cluster.apply(blog);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> cluster.items().size() == 2);
            server.serve("blog", "a one", "b other");
            await().atMost(SOON).until(() -> cluster.items().size() >= 3);

            assertThat(cluster.itemIds()).containsExactlyInAnyOrder("feed:blog:a", "feed:blog:b", "feed:blog:b");
            assertThat(ingest.health().live()).isTrue();
        }
    }

    @Test
    void onlyTheFirstRequestIsUnconditionalAndARestartKeepsToTheSchedule() {
        Source often = server.source("often", "often.example", OFTEN, "a one");
        Source seldom = server.source("seldom", "seldom.example", SELDOM, "b two");
        cluster.apply(often, seldom);
        try (IngestService first = started()) {
            await().atMost(SOON).until(() -> server.requests(often).size() >= 3);
            await().atMost(SOON).until(() -> cluster.items().size() == 2);
            assertThat(first.health().live()).isTrue();
        }
        int before = server.requests(often).size();
        try (IngestService second = started()) {
            await().atMost(SOON).until(() -> server.requests(often).size() >= before + 3);
            assertThat(second.health().ready()).isTrue();
        }

        assertThat(server.requests(seldom)).hasSize(1);
        assertThat(server.requests(often).stream()
                        .skip(1)
                        .filter(request -> request.header("If-None-Match").isEmpty()))
                .isEmpty();
        assertThat(cluster.itemIds()).containsExactlyInAnyOrder("feed:often:a", "feed:seldom:b");
    }

    @Test
    void aBrokenSourceSaysSoAndDoesNotStopTheOthers() {
        Source broken = server.source("broken", "one.example", SELDOM, "a one");
        Source sound = server.source("sound", "one.example", OFTEN, "b two");
        server.answer(broken, HttpAnswer.of(500, "out of order"));
        cluster.apply(broken, sound);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> server.requests(sound).size() >= 5);

            assertThat(cluster.itemIds()).containsExactly("feed:sound:b");
            assertThat(cluster.status("broken").getState()).isEqualTo(SourceState.FAILED);
            assertThat(cluster.status("broken").getMessage()).contains("500");
            assertThat(cluster.status("sound").getState()).isIn(SourceState.FRESH, SourceState.QUIET);
            assertThat(server.requests(broken)).hasSize(1);
            assertThat(ingest.health().ready()).isTrue();
        }
    }

    @Test
    void whatAHostAsksToBeLeftAloneForHoldsForAllSourcesOfTheHost() {
        Source throttled = server.source("a-throttled", "host.example", OFTEN, "a one");
        Source neighbour = server.source("b-neighbour", "host.example", OFTEN, "b two");
        Source other = server.source("other", "other.example", OFTEN, "c three");
        server.answer(throttled, HttpAnswer.of(429, "slow down").with("Retry-After", "3600"));
        cluster.apply(throttled, neighbour, other);
        try (IngestService first = started()) {
            await().atMost(SOON).until(() -> server.requests(other).size() >= 5);
            assertThat(first.health().ready()).isTrue();
        }
        int before = server.requests(other).size();
        try (IngestService second = started()) {
            await().atMost(SOON).until(() -> server.requests(other).size() >= before + 5);
            assertThat(second.health().ready()).isTrue();
        }

        assertThat(server.requests(throttled)).hasSize(1);
        assertThat(server.requests(neighbour)).isEmpty();
    }

    @Test
    void aSourceThatIsGoneIsNotAskedAgainUntilItsDefinitionChanges() {
        Source gone = server.source("gone", "gone.example", OFTEN, "a one");
        Source other = server.source("other", "gone.example", OFTEN, "b two");
        server.answer(gone, HttpAnswer.of(410, "gone"));
        cluster.apply(gone, other);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> server.requests(other).size() >= 5);
            assertThat(server.requests(gone)).hasSize(1);
            assertThat(cluster.status("gone").getNextPollAt()).isNull();

            Source moved = server.source("moved", "gone.example", OFTEN, "c three");
            cluster.apply(Sources.changed(gone, change -> change.setUrl(moved.getUrl())), other);
            await().atMost(SOON).until(() -> cluster.itemIds().contains("feed:gone:c"));
            assertThat(ingest.health().ready()).isTrue();
        }
    }

    @Test
    void definitionsAreAddedChangedAndRemovedWhileTheServiceRuns() {
        Source first = server.source("first", "one.example", OFTEN, "a one");
        cluster.apply(first);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> cluster.itemIds().equals(List.of("feed:first:a")));

            Source second = server.source("second", "two.example", SELDOM, "b two");
            cluster.apply(first, second);
            await().atMost(SOON).until(() -> cluster.itemIds().contains("feed:second:b"));

            Source elsewhere = server.source("elsewhere", "two.example", SELDOM, "c three");
            cluster.apply(first, Sources.changed(second, change -> change.setUrl(elsewhere.getUrl())));
            await().atMost(SOON).until(() -> cluster.itemIds().contains("feed:second:c"));
            assertThat(server.requests(elsewhere).get(0).header("If-None-Match"))
                    .as("validators of another address")
                    .isEmpty();

            cluster.apply(second);
            await().atMost(SOON).until(() -> !cluster.statuses().containsKey("first"));
            int polls = server.requests(first).size();
            await().pollDelay(OFTEN.multipliedBy(5)).atMost(SOON).until(() -> true);
            assertThat(server.requests(first)).hasSize(polls);

            cluster.apply(second, Sources.changed(first, change -> change.setEnabled(false)));
            await().atMost(SOON)
                    .until(() -> cluster.statuses().containsKey("first")
                            && cluster.status("first").getState() == SourceState.UNKNOWN);
            assertThat(server.requests(first)).hasSize(polls);
            assertThat(ingest.health().ready()).isTrue();
        }
    }

    @Test
    void whatCannotBecomeAnItemIsADeadLetterOnceAndTheRestGoesOn() {
        Source blog = server.source("blog", "blog.example", OFTEN, "a one", "! b no title", "c three");
        cluster.apply(blog);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> server.requests(blog).size() >= 5);
            server.serve("blog", "a one", "! b no title", "c three", "d four");
            await().atMost(SOON).until(() -> cluster.items().size() == 3);

            assertThat(cluster.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.value()).asString().isEqualTo("! b no title");
                assertThat(letter.headers().lastHeader(DeadLetterHeaders.REASON).value())
                        .asString()
                        .isEqualTo("no title");
                assertThat(letter.headers().lastHeader(DeadLetterHeaders.STAGE).value())
                        .asString()
                        .isEqualTo("ingest/feed");
            });
            assertThat(cluster.status("blog").getLastBatch().getExpected()).isEqualTo(4);
            assertThat(cluster.status("blog").getLastBatch().getGot()).isEqualTo(3);
            assertThat(ingest.health().ready()).isTrue();
        }
    }

    @Test
    void anItemThatIsTooLargeForKafkaIsADeadLetterAndTheCursorGoesOnWithoutIt() {
        Source blog =
                server.source("blog", "blog.example", OFTEN, "a one", "* huge 9", "* large 1", "* huger 12", "c three");
        cluster.apply(blog);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> server.requests(blog).size() >= 5);

            assertThat(cluster.itemIds()).containsExactlyInAnyOrder("feed:blog:a", "feed:blog:large", "feed:blog:c");
            assertThat(cluster.deadLetters())
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder("feed:blog:huge", "feed:blog:huger");
            assertThat(cluster.deadLetters()).allSatisfy(letter -> {
                assertThat(letter.headers().lastHeader(DeadLetterHeaders.REASON).value())
                        .asString()
                        .contains("too large");
            });
            assertThat(server.requests(blog).stream()
                            .skip(1)
                            .allMatch(request -> request.header("If-None-Match").isPresent()))
                    .as("the cursor has advanced")
                    .isTrue();
            assertThat(ingest.health().ready()).isTrue();
        }
    }

    @Test
    void twoEntriesUnderOneIdDoNotTakeTurnsForEver() {
        Source blog = server.source("blog", "blog.example", OFTEN, "a one", "a other", "a one");
        cluster.apply(blog);
        try (IngestService ingest = started()) {
            await().atMost(SOON).until(() -> server.requests(blog).size() >= 3);
            server.serve("blog", "a one", "a other", "a one", "b two");
            await().atMost(SOON).until(() -> cluster.items().size() >= 2);

            assertThat(cluster.itemIds()).containsExactlyInAnyOrder("feed:blog:a", "feed:blog:b");
            assertThat(cluster.deadLetters()).hasSize(1);
            assertThat(ingest.health().ready()).isTrue();
        }
    }

    @Test
    void whatItDoesCanBeMeasured() {
        Source blog = server.source("blog", "blog.example", OFTEN, "a one", "! b no title");
        cluster.apply(blog);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (IngestService ingest = new IngestService(
                cluster.connection(Map.of()),
                cluster.settings(),
                meters,
                InstantSource.system(),
                IngestCluster.LINES)) {
            ingest.start();
            await().atMost(SOON)
                    .until(() -> meters.scrape().contains("courant_ingest_polls_total{outcome=\"not-modified\""));

            assertThat(meters.scrape())
                    .contains("courant_ingest_polls_total{outcome=\"items\",source=\"blog\"} 1.0")
                    .contains("courant_ingest_items_total{fate=\"emitted\",source=\"blog\"} 1.0")
                    .contains("courant_ingest_items_total{fate=\"rejected\",source=\"blog\"} 1.0")
                    .contains("courant_dead_letters_total{stage=\"ingest/feed\"} 1.0")
                    .contains("courant_ingest_http_seconds_count{group=\"blog.example\"}")
                    .contains("courant_ingest_freshness_age_seconds{source=\"blog\"}")
                    .contains("courant_ingest_seen_bytes{partition=")
                    .contains("kafka_producer_record_send_total")
                    .contains("kafka_consumer_");
        }
        assertThat(meters.scrape()).doesNotContain("freshness_age");
    }

    /** As after a mistake in the settings: nothing but the transactional ids stands between the two. */
    @Test
    void twoServicesThatDoNotKnowOfEachOtherNeverAskAHostAtOnceAndWriteNothingTwice() {
        server.takeYourTime(Duration.ofMillis(50));
        Source blog = server.source("blog", "blog.example", OFTEN, "a one", "b two");
        cluster.apply(blog);
        try (IngestService one = started();
                IngestService two =
                        cluster.withGroup("another-" + cluster.groupId()).service(IngestCluster.LINES)) {
            await().atMost(SOON).until(() -> server.requests(blog).size() >= 3);
            two.start();
            for (String line : List.of("c three", "d four", "e five")) {
                server.serve("blog", "a one", "b two", line);
                String id = "feed:blog:" + line.charAt(0);
                await().atMost(SOON).until(() -> cluster.itemIds().contains(id));
            }
            assertThat(one.health().live()).isTrue();
        }

        assertThat(cluster.itemIds()).hasSize(5).doesNotHaveDuplicates();
        assertThat(server.overlaps()).isEmpty();
    }

    private IngestService started() {
        IngestService service = cluster.service(IngestCluster.LINES);
        service.start();
        return service;
    }
}
