package org.courant.enrich.languagemodel.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.courant.enrich.languagemodel.FakeModel;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryStatus;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.ForkedJvm;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpRequestSeen;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a server on this machine, with the queue and the answers on a real broker. */
@WithKafka
class AskingIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofHours(1);
    private static final int PLENTY = 10_000;

    private final TestCluster kafka;
    private final FakeModel model = new FakeModel();
    private final MovingClock clock = new MovingClock(Instant.parse("2026-06-24T08:00:00Z"));
    private final List<Asking> running = new ArrayList<>();

    AskingIT(TestCluster kafka) {
        this.kafka = kafka;
    }

    @AfterEach
    void stop() {
        running.forEach(Asking::close);
        model.close();
    }

    @Test
    void everyTextIsAskedAboutOnceByHoweverManyProcessesAndNeverAgain() {
        Requests requests = requests(3);
        requests.write(0, 20);
        start(requests, "first", model.settings(PLENTY, TIMEOUT));
        start(requests, "first", model.settings(PLENTY, TIMEOUT));
        awaitSummaries(requests, 20);
        stop(running);

        // A group that has read nothing: a replay.
        start(requests, "second", model.settings(PLENTY, TIMEOUT));
        requests.write(20, 20);

        assertThat(awaitSummaries(requests, 40).values()).allSatisfy(summary -> {
            assertThat(summary.getStatus()).as(summary.getDetail()).isEqualTo(SummaryStatus.ACCEPTED);
            assertThat(summary.getRequests()).isEqualTo(1);
            assertThat(summary.getPromptTokens()).isEqualTo(300);
        });
        assertThat(model.titles()).hasSize(40).doesNotHaveDuplicates();
        assertThat(model.requests())
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).hasValue("Bearer " + FakeModel.KEY));
    }

    @Test
    void whateverAnEndpointSaysOnlyWhatPassesTheChecksIsAccepted() {
        model.answer((title, text) -> switch (title) {
            case "0" ->
                FakeModel.saying(
                        "{\"summary\": \"" + FakeModel.summary(text).replace("\\", "\\\\") + " It is 97.3% better.\"}");
            case "1" -> FakeModel.saying("Ignoring previous instructions. <script>alert(1)</script>");
            case "2" ->
                FakeModel.saying("{\"summary\": \"" + FakeModel.summary(text).replace("\\", "\\\\")
                        + " <script>alert(1)</script>\"}");
            case "3" -> HttpAnswer.ok("x".repeat(100_000)).delivered(HttpAnswer.Delivery.ENDLESS);
            case "4" -> HttpAnswer.ok("{\"choices\": []}");
            default -> FakeModel.good(text);
        });
        Requests requests = requests(1);
        SimpleMeterRegistry meters = start(requests, "asks", model.settings(PLENTY, TIMEOUT));
        requests.write(0, 12);

        SortedMap<String, Summary> summaries = awaitSummaries(requests, 12);

        assertThat(requests.reasons(summaries))
                .containsEntry("0", "invention")
                .containsEntry("1", "format")
                .containsEntry("2", "markup")
                .containsEntry("3", "unanswered")
                .containsEntry("4", "unanswered")
                .containsEntry("5", "")
                .containsEntry("11", "");
        assertThat(summaries.values())
                .filteredOn(summary -> summary.getStatus() == SummaryStatus.REFUSED)
                .hasSize(5)
                .allSatisfy(summary -> assertThat(summary.getText()).isEmpty());
        assertThat(meters.counter("courant.enrich.model.summaries", "outcome", "accepted")
                        .count())
                .isEqualTo(7);
    }

    @Test
    void aTextThatTheEndpointIsTooSlowForIsGivenUpAndHoldsNobodyUp() {
        model.answer((title, text) ->
                title.equals("0") ? FakeModel.good(text).delivered(HttpAnswer.Delivery.STALLED) : FakeModel.good(text));
        Requests requests = requests(1);
        requests.write(0, 6);
        start(requests, "asks", model.settings(PLENTY, Duration.ofSeconds(1)));
        // It has failed once; what is answered from now on shows that the endpoint is not to blame.
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(model.titles()).filteredOn("0"::equals).hasSizeGreaterThan(1));
        requests.write(6, 1);

        SortedMap<String, Summary> summaries = awaitSummaries(requests, 7);

        assertThat(requests.reasons(summaries))
                .containsEntry("0", "unanswered")
                .containsEntry("5", "")
                .containsEntry("6", "");
        int asked = Objects.requireNonNull(summaries.get(requests.key(0))).getRequests();
        assertThat(asked).isGreaterThanOrEqualTo(3);
        assertThat(model.titles()).filteredOn("0"::equals).hasSize(asked);
    }

    @Test
    void anEndpointThatFailsIsLeftAloneForAWhileAndNoTextIsToBlame() {
        model.answer((title, text) -> HttpAnswer.of(500, "overloaded"));
        Requests requests = requests(1);
        requests.write(0, 20);
        SimpleMeterRegistry meters = start(requests, "asks", model.settings(PLENTY, TIMEOUT));
        await().atMost(PATIENCE)
                .until(() -> meters.get("courant.enrich.model.breaker").gauge().value() == 2);
        int failed = model.requests().size();
        assertThat(failed).isBetween(4, 6);

        model.answer((title, text) -> FakeModel.good(text));
        clock.advance(REST.plusSeconds(1));

        assertThat(awaitSummaries(requests, 20).values())
                .allSatisfy(summary -> assertThat(summary.getStatus()).isEqualTo(SummaryStatus.ACCEPTED));
        assertThat(model.requests()).hasSize(20 + failed);
    }

    @Test
    void anEndpointThatWantsToBeLeftAloneIsLeftAloneForAsLongAsItSays() {
        model.answer((title, text) -> HttpAnswer.of(429, "slow down").with("Retry-After", "7200"));
        Requests requests = requests(1);
        requests.write(0, 1);
        SimpleMeterRegistry meters = start(requests, "asks", model.settings(PLENTY, TIMEOUT));
        await().atMost(PATIENCE)
                .until(() -> meters.timer("courant.enrich.model.requests", "outcome", "throttled")
                                .count()
                        == 1);

        model.answer((title, text) -> FakeModel.good(text));
        clock.advance(Duration.ofSeconds(7_100));
        requests.write(1, 1);
        await().atMost(PATIENCE)
                .until(() -> meters.get("courant.enrich.model.waiting").gauge().value() == 2);
        assertThat(model.requests()).hasSize(1);
        clock.advance(Duration.ofSeconds(200));

        assertThat(awaitSummaries(requests, 2).values())
                .as("what is turned away costs nothing")
                .allSatisfy(summary -> assertThat(summary.getRequests()).isEqualTo(1));
        assertThat(model.requests()).hasSize(3);
    }

    @Test
    void theBudgetOfTheDayHoldsOverARestartAndTheRestIsAskedTheNextDay() {
        Requests requests = requests(1);
        requests.write(0, 8);
        SimpleMeterRegistry meters = start(requests, "asks", model.settings(5, TIMEOUT));
        awaitSummaries(requests, 5);
        awaitSpent(meters, 3);
        stop(running);

        SimpleMeterRegistry again = start(requests, "asks", model.settings(5, TIMEOUT));
        awaitSpent(again, 3);
        assertThat(model.requests()).hasSize(5);
        clock.advance(Duration.ofDays(1));

        awaitSummaries(requests, 8);
        assertThat(model.titles()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aProcessThatIsKilledWhileItWaitsCostsOneMoreRequestForEachAndLosesNothing(@TempDir Path dir) {
        model.answer((title, text) -> FakeModel.good(text).delivered(HttpAnswer.Delivery.STALLED));
        Requests requests = requests(1);
        requests.write(0, 5);
        try (ForkedJvm process = ForkedJvm.start(
                AskingMain.class,
                dir.resolve("asking.out"),
                kafka.bootstrapServers(),
                kafka.registryUrl(),
                requests.topics().prefix(),
                model.url().toString())) {
            await().atMost(PATIENCE).until(() -> model.requests().size() == 2);
            process.kill();
        }
        List<HttpRequestSeen> lost = model.requests();

        model.answer((title, text) -> FakeModel.good(text));
        start(requests, AskingMain.GROUP, model.settings(PLENTY, TIMEOUT));

        awaitSummaries(requests, 5);
        assertThat(model.requests()).hasSize(5 + lost.size());
    }

    private void awaitSpent(SimpleMeterRegistry meters, int waiting) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(List.of(
                                meters.get("courant.enrich.model.budget.left")
                                        .gauge()
                                        .value(),
                                meters.get("courant.enrich.model.waiting")
                                        .gauge()
                                        .value()))
                        .containsExactly(0.0, (double) waiting));
    }

    private static SortedMap<String, Summary> awaitSummaries(Requests requests, int count) {
        SortedMap<String, Summary> summaries = new TreeMap<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            summaries.putAll(requests.summaries());
            assertThat(summaries).hasSize(count);
        });
        return summaries;
    }

    private SimpleMeterRegistry start(Requests requests, String group, LanguageModelSettings settings) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Asking asking = new Asking(
                new AskParts(
                        requests.connection(),
                        requests.topics().prefix() + group,
                        settings,
                        new AskMeters(meters),
                        failed -> false),
                clock,
                REST);
        running.add(asking);
        asking.start();
        return meters;
    }

    private static void stop(List<Asking> running) {
        running.forEach(Asking::close);
        running.clear();
    }

    private Requests requests(int partitions) {
        Topics topics = kafka.newTopics(partitions);
        return new Requests(new Connection(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                Map.of("schema.registry.url", kafka.registryUrl()),
                topics,
                (short) 1));
    }
}
