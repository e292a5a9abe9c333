package org.courant.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = Topics.standard();

    @Test
    void everyTopicCarriesThePrefix() {
        assertThat(topics.all())
                .extracting(Topic::name)
                .allMatch(name -> name.startsWith("courant."))
                .doesNotHaveDuplicates();
    }

    @Test
    void theLogOfRecordIsKeptForEver() {
        assertThat(topics.sourceItems().config())
                .containsEntry("retention.ms", "-1")
                .containsEntry("cleanup.policy", "delete");
    }

    @Test
    void tablesAreCompacted() {
        assertThat(topics.digestEntries().config()).containsEntry("cleanup.policy", "compact");
        assertThat(topics.stories().config()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void deadLettersAndReplaysHaveNoSchema() {
        assertThat(topics.all())
                .filteredOn(topic -> !topic.hasSchema())
                .extracting(Topic::name)
                .containsExactly("courant.replays", "courant.dead-letters");
    }

    @Test
    void aPrefixThatKafkaRefusesIsRefusedHere() {
        assertThatThrownBy(() -> new Topics("a b", 1)).hasMessageContaining("'a b'");
        assertThatThrownBy(() -> new Topics("a", 0)).hasMessageContaining("0");
    }

    @Test
    void allSourcesOfAHostMeetInOnePartition() {
        String key = SourcePartitions.key("discuss.example:8080", "forum");

        assertThat(SourcePartitions.groupOf(key)).isEqualTo("discuss.example:8080");
        assertThat(SourcePartitions.partition("arxiv.org", 6))
                .isBetween(0, 5)
                .isEqualTo(SourcePartitions.partition("arxiv.org", 6));
    }

    @Test
    void headersOfADeadLetterReplaceThoseOfTheAttemptBefore() {
        RecordHeaders headers = new RecordHeaders();
        new DeadLetterHeaders("bad", "enrich/validate", "", "t", 1, 2, 1).addTo(headers);
        new DeadLetterHeaders("still bad", "enrich/validate", "", "t", 1, 2, DeadLetterHeaders.attemptIn(headers) + 1)
                .addTo(headers);

        assertThat(DeadLetterHeaders.attemptIn(headers)).isEqualTo(2);
        assertThat(headers.headers(DeadLetterHeaders.REASON))
                .singleElement()
                .satisfies(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                        .isEqualTo("still bad"));
        assertThat(DeadLetterHeaders.attemptIn(new RecordHeaders())).isZero();
    }
}
