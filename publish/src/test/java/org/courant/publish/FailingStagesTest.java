package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.schemas.Batch;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.service.streams.RecordGuard;
import org.courant.testkit.PlantedErrors;
import org.junit.jupiter.api.Test;

/** Whatever a stage throws at a record becomes a dead letter, and nothing else comes to harm. */
final class FailingStagesTest {
    @Test
    void whateverAnyProcessorThrowsAtARecordIsADeadLetterAndAllOthersArePublished() {
        Set<String> planted = new TreeSet<>();
        Set<String> good = new TreeSet<>();
        try (TestTopology publish = new TestTopology(PlantedErrors.builder(RecordGuard.class))) {
            List<String> processors = PlantedErrors.processors(publish.topology).toList();
            assertThat(processors).contains("finish", "file-delivery", "edit");
            for (String processor : processors) {
                for (PlantedErrors.Kind kind : PlantedErrors.Kind.values()) {
                    String mark = kind.mark(processor);
                    planted.add("publish/" + processor + " " + kind);
                    publish.send(Stories.story("url:https://marked.example" + mark));
                    publish.status.pipeInput("marked" + mark, delivery("marked" + mark), Stories.MORNING);
                    String other = "url:https://good.example/" + good.size();
                    good.add(other);
                    publish.send(Stories.story(other));
                }
            }
            publish.tick();

            Set<String> letters = new TreeSet<>();
            for (TestRecord<byte[], byte[]> letter : publish.deadLetters.readRecordsToList()) {
                Map<String, String> headers = TestTopology.headers(letter);
                letters.add(headers.get(DeadLetterHeaders.STAGE) + " " + kind(headers));
            }
            assertThat(letters).containsExactlyElementsOf(planted);
            assertThat(publish.entries.readKeyValuesToMap()).containsKeys(good.toArray(String[]::new));
            List<DigestEdition> editions = publish.editions.readValuesToList();
            assertThat(editions.get(editions.size() - 1).getSections())
                    .flatMap(section -> section.getEntryIds())
                    .containsAll(good);
        }
    }

    private static SourceStatus delivery(String source) {
        return SourceStatus.newBuilder()
                .setSourceId(source)
                .setSourceName("name of " + source)
                .setSince(Instant.EPOCH)
                .setLastBatch(new Batch(LocalDate.of(2026, 6, 24), 1, 1))
                .build();
    }

    private static PlantedErrors.Kind kind(Map<String, String> headers) {
        String exception = String.valueOf(headers.get(DeadLetterHeaders.EXCEPTION));
        return switch (exception) {
            case "java.lang.StackOverflowError" -> PlantedErrors.Kind.OVERFLOW;
            case "java.lang.NullPointerException" -> PlantedErrors.Kind.NULL;
            case "java.lang.AssertionError" -> PlantedErrors.Kind.ASSERTION;
            default -> throw new IllegalStateException(exception + ": " + headers.get(DeadLetterHeaders.REASON));
        };
    }
}
