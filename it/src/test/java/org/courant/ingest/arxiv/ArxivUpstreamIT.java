package org.courant.ingest.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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
import org.courant.testkit.UpstreamWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** arXiv as captured: a day's papers, all of them and no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArxivUpstreamIT {
    private static final LocalDate DAY = LocalDate.parse("2025-10-03");

    private UpstreamWorld world;

    @BeforeAll
    void start() {
        world = UpstreamWorld.startOrSkip(DAY);
    }

    @AfterAll
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void exactlyThePapersOfTheDayAreDelivered() throws InterruptedException {
        world.setDate(DAY);
        for (String category : List.of("cs.AI", "cs.CL", "cs.IR")) {
            try (Polls polls = polls(category, "rss")) {
                Fetched.Items fetched = polls.items();
                Set<String> delivered =
                        fetched.items().stream().map(SourceItem::getItemId).collect(Collectors.toSet());
                assertThat(delivered).hasSameSizeAs(fetched.items()).isEqualTo(truth(category));
                assertThat(fetched.rejected()).isEmpty();
                assertThat(fetched.batchDate()).isEqualTo(DAY);
                assertThat(polls.poll()).isInstanceOf(Fetched.NotModified.class);
            }
        }
    }

    @Test
    void rssAndAtomSayTheSame() throws InterruptedException {
        world.setDate(DAY);
        try (Polls rss = polls("cs.AI", "rss");
                Polls atom = polls("cs.AI", "atom")) {
            assertThat(hashes(atom.items())).isEqualTo(hashes(rss.items()));
        }
    }

    @Test
    void aFeedThatIsBuiltAgainSaysTheSame() throws InterruptedException {
        world.setDate(DAY);
        for (String format : List.of("rss", "atom")) {
            try (Polls polls = polls("cs.AI", format)) {
                Map<String, String> before = hashes(polls.items());
                world.fault("{\"path\": \"^/" + format + "\", \"kind\": \"rebuilt\"}");
                assertThat(hashes(polls.items())).isEqualTo(before);
            }
        }
    }

    @Test
    void nextDayHasABatchOfItsOwnAndAWeekendNone() throws InterruptedException {
        world.setDate(LocalDate.parse("2025-10-06"));
        try (Polls polls = polls("cs.AI", "rss")) {
            assertThat(polls.items().batchDate()).isEqualTo(LocalDate.parse("2025-10-06"));
            world.setDate(LocalDate.parse("2025-12-25"));
            Fetched.Items empty = polls.items();
            assertThat(empty.listed()).isZero();
            assertThat(empty.batchDate()).isEqualTo(LocalDate.parse("2025-12-25"));
        }
    }

    @Test
    void aBadCategoryIsNamed() throws InterruptedException {
        try (Polls polls = polls("cs.XX", "rss")) {
            assertThat(polls.failure()).contains("Bad subject class 'xx'");
        }
    }

    private Set<String> truth(String category) {
        Set<String> expected = new HashSet<>();
        JsonNode ids = world.truth(DAY, DAY, List.of(category)).path("ids");
        ids.properties()
                .forEach(paper -> expected.add("arxiv:" + paper.getKey() + "v"
                        + paper.getValue().path("versions").path(0).asInt() + "@" + category));
        return expected;
    }

    private static Map<String, String> hashes(Fetched.Items fetched) {
        Function<SourceItem, String> id = SourceItem::getItemId;
        return fetched.items().stream().collect(Collectors.toMap(id, SourceItem::getContentHash));
    }

    private Polls polls(String category, String format) {
        return new Polls(
                new ArxivConnector(),
                Polls.source(Connector.ARXIV, world.baseUrl(), Map.of("category", category, "format", format)));
    }
}
