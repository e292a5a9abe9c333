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
                .hasSize(18 + 7)
                .contains("courant-enrich-winners-changelog", "courant-enrich-log-progress-changelog")
                .contains("courant-enrich-deliveries-repartition", "courant-enrich-verdicts-repartition")
                .doesNotContain("courant-enrich-courant.source-items");
    }

    @Test
    void theTopicsThatReplaysPassAreAmongThem() {
        assertThat(Resettable.enrich(settings, InstantSource.system()).topics())
                .containsAll(EnrichTopology.passedByReplays("courant-enrich"));
    }

    @Test
    void whatIsNoStoreAndNotRepartitionedIsNotDeleted() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("courant.stories").to("courant.decisions");

        assertThat(InternalTopics.of("a", builder.build().describe())).isEqualTo(List.of());
    }
}
