package org.courant.enrich.languagemodel.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;
import org.courant.schemas.SummaryStatus;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Instant NOW = Instant.parse("2026-06-24T12:00:00Z");
    private static final ModelVersion VERSION = new ModelVersion("m", 1);
    private static final SummaryRequest REQUEST = new SummaryRequest("t", "b", SourceKind.ARXIV);

    private final Lane lane = new Lane(VERSION, new Budget(3, 0, 1));

    @Test
    void whatIsAnsweredOrTakenBackIsNotAsked() {
        lane.answered("known/1/m", summary(1));
        lane.requested(10, "known/1/m", REQUEST);
        lane.requested(11, "gone/1/m", REQUEST);
        lane.requested(12, "gone/1/m", null);
        lane.requested(13, "wanted/1/m", REQUEST);

        assertThat(lane.next(NOW, key -> false))
                .get()
                .extracting(OpenRequest::key)
                .isEqualTo("wanted/1/m");
        assertThat(lane.openRequests()).isEqualTo(1);
    }

    @Test
    void requestsOfAnotherModelOrPromptAreLeftAlone() {
        lane.requested(10, "a/2/m", REQUEST);
        lane.requested(11, "a/1/other", REQUEST);

        assertThat(lane.openRequests()).isZero();
        assertThat(lane.begin()).isEqualTo(12);
    }

    @Test
    void aSuccessorBeginsAtTheOldestRequestThatIsOpen() {
        assertThat(lane.begin()).isNegative();
        lane.requested(10, "a/1/m", REQUEST);
        lane.requested(11, "b/1/m", REQUEST);
        lane.requested(12, "a/1/m", REQUEST);
        lane.done("b/1/m");
        assertThat(lane.begin()).isEqualTo(10);

        lane.done("a/1/m");
        assertThat(lane.begin()).isEqualTo(13);
    }

    @Test
    void itsOwnSummariesAreChargedOnceAndThoseOfOthersToo() {
        lane.requested(10, "a/1/m", REQUEST);
        lane.spend(lane.next(NOW, key -> false).orElseThrow(), NOW);
        lane.done("a/1/m");
        lane.answered("a/1/m", summary(1));
        assertThat(lane.budgetLeft(NOW)).isEqualTo(2);

        lane.answered("b/2/m", summary(2));
        assertThat(lane.budgetLeft(NOW)).isZero();
        lane.requested(11, "c/1/m", REQUEST);
        assertThat(lane.next(NOW, key -> false)).isEmpty();
        assertThat(lane.next(NOW.plusSeconds(43_200), key -> false)).isPresent();
    }

    @Test
    void aTextIsGivenUpOnlyWhenOthersAreAnsweredMeanwhile() {
        OpenRequest request = new OpenRequest("a/1/m", REQUEST);
        for (int i = 0; i < 10; i++) {
            request.failed(NOW.plusSeconds(i));
        }

        assertThat(request.isHopeless(NOW)).isFalse();
        assertThat(request.isHopeless(NOW.plusSeconds(1))).isTrue();
        assertThat(request.isDue(NOW.plusSeconds(100))).isFalse();
        assertThat(request.isDue(NOW.plusSeconds(9 + 256))).isTrue();
    }

    private static Summary summary(int requests) {
        return Summary.newBuilder()
                .setSourceHash("h")
                .setPromptVersion(1)
                .setModel("m")
                .setStatus(SummaryStatus.REFUSED)
                .setText("")
                .setRequests(requests)
                .setCreatedAt(NOW)
                .build();
    }
}
