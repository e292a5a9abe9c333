package org.courant.cli.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.courant.enrich.EnrichTopology;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

class InternalTopicsTest {
    private final Section settings =
            SettingsFile.parse("", Map.of("COURANT_REGISTRY_URL", "mock://internal-topics"), new Problems("test"));

    @Test
    void theTopicsOfPublishAreAChangelogForEachStoreAndWhatIsRepartitioned() {
        assertThat(Resettable.publish(settings, InstantSource.system()).topics())
                .containsExactly(
                        "courant-publish-dirty-editions-changelog",
                        "courant-publish-filings-by-date-repartition",
                        "courant-publish-filings-changelog",
                        "courant-publish-published-editions-changelog",
                        "courant-publish-published-entries-changelog");
    }

    @Test
    void theTopicsOfEnrichHoldAllOfItsState() {
        assertThat(Resettable.enrich(settings, InstantSource.system()).topics())
                .hasSize(10 + 5 + EnrichTopology.leftBehind("courant-enrich").size())
                .contains("courant-enrich-works-changelog", "courant-enrich-watermarks-changelog")
                .contains("courant-enrich-descriptors-repartition", "courant-enrich-assignments-repartition")
                .doesNotContain("courant-enrich-courant.source-items");
    }

    @Test
    void whatAnEarlierReleaseHasLeftIsResetToo() {
        assertThat(Resettable.enrich(settings, InstantSource.system()).topics())
                .contains("courant-enrich-winners-changelog", "courant-enrich-verdicts-repartition");
    }

    @Test
    void theTopicsThatReplaysPassAreAmongThem() {
        assertThat(Resettable.enrich(settings, InstantSource.system()).topics())
                .containsAll(EnrichTopology.passedByReplays("courant-enrich"));
    }

    @Test
    void whatIsNoStoreAndNotRepartitionedIsNotDeleted() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("courant.stories").to("courant.rejections");

        assertThat(InternalTopics.of("a", builder.build().describe())).isEqualTo(List.of());
    }
}
