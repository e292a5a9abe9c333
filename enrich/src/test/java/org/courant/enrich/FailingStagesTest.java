package org.courant.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.enrich.classify.Classification;
import org.courant.enrich.classify.Classifier;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Items;
import org.courant.enrich.world.TestMethods;
import org.courant.schemas.SourceItem;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.service.streams.RecordGuard;
import org.courant.testkit.PlantedErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a stage throws at a record becomes a dead letter, and nothing else comes to harm. */
class FailingStagesTest {
    private static final AvroSerdes SERDES = AvroSerdes.mock("failing-stages");

    /** They hear of replays only. */
    private static final Set<String> OF_REPLAYS = Set.of("replay", "replayed");

    @Test
    void whateverAnyProcessorThrowsAtARecordIsADeadLetterAndAllOthersArePublished(@TempDir Path dir) {
        Topology topology =
                EnrichDriver.stages(SERDES, TestMethods.standard()).build(PlantedErrors.builder(RecordGuard.class));
        List<String> processors = PlantedErrors.processors(topology)
                .filter(name -> !OF_REPLAYS.contains(name))
                .toList();
        Set<String> planted = new TreeSet<>();
        Set<String> good = new HashSet<>();

        try (EnrichDriver driver = new EnrichDriver(SERDES, topology, dir)) {
            for (String processor : processors) {
                for (PlantedErrors.Kind kind : PlantedErrors.Kind.values()) {
                    String mark = kind.mark(processor);
                    planted.add("enrich/" + processor + " " + kind);
                    good.add("url:https://good.example" + mark.replace('/', '-'));
                    driver.send(marked("one", mark), 7L);
                    driver.send(marked("other", mark), 7L);
                    driver.send(moved(mark), 8L);
                    driver.send(other(mark), 7L);
                }
            }
            Set<String> letters = new TreeSet<>();
            driver.deadLetters().forEach(letter -> letters.add(stage(letter) + " " + kind(letter)));

            assertThat(letters).containsExactlyInAnyOrderElementsOf(planted);
            assertThat(driver.tables().stories()).containsKeys(good.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void aStoryThatCannotBeToldIsWithdrawnWhateverTheOrderAndComesBackWithATextThatCan(
            String order, @TempDir Path dir) {
        List<SourceItem> versions = List.of(version(1, "Readable"), version(2, "Unreadable"), version(3, "Readable"));
        Topology topology = EnrichDriver.stages(
                        SERDES,
                        TestMethods.with(new Fragile(TestMethods.standard().classifier())))
                .build();

        try (EnrichDriver driver = new EnrichDriver(SERDES, topology, dir)) {
            List<Boolean> published = new ArrayList<>();
            int newest = -1;
            for (int i = 0; i < order.length(); i++) {
                int version = order.charAt(i) - '0';
                newest = Math.max(newest, version);
                driver.send(versions.get(version), 7L);
                Map<String, ?> stories = driver.tables().stories();
                published.add(stories.isEmpty() == (newest == 1));
            }

            assertThat(published).containsOnly(true);
            assertThat(driver.deadLetters())
                    .allSatisfy(letter -> assertThat(stage(letter)).isEqualTo("enrich/deliver"));
            assertThat(driver.tables().stories()).hasSize(1);
        }
    }

    /** Overflows at some titles. */
    private record Fragile(Classifier classifier) implements Classifier {
        @Override
        public Classification classify(Document document) {
            if (document.title().equals("Unreadable")) {
                throw new StackOverflowError("as planted");
            }
            return classifier.classify(document);
        }

        @Override
        public String version() {
            return classifier.version();
        }
    }

    private static SourceItem version(int version, String title) {
        return Items.builder("arxiv:2606.00001v" + version, "arxiv:2606.00001")
                .setVersion(version)
                .setTitle(title)
                .build();
    }

    /** Two of them share a name, so that every stage hears of them. */
    private static SourceItem marked(String which, String mark) {
        return Items.builder(which + mark, "url:https://" + which + ".example" + mark, "feed:shared" + mark)
                .setTitle("Marked" + mark)
                .setBody("")
                .build();
    }

    /** An edit has moved one of them, so that the stages hear that tell the work which it has left. */
    private static SourceItem moved(String mark) {
        return SourceItem.newBuilder(marked("one", mark))
                .setIdentities(List.of("url:https://moved.example" + mark))
                .build();
    }

    private static SourceItem other(String mark) {
        String name = mark.replace('/', '-');
        return Items.builder("good" + name, "url:https://good.example" + name)
                .setTitle("Good" + name)
                .setBody("")
                .build();
    }

    private static String stage(TestRecord<byte[], byte[]> letter) {
        return header(letter, DeadLetterHeaders.STAGE);
    }

    private static PlantedErrors.Kind kind(TestRecord<byte[], byte[]> letter) {
        return switch (header(letter, DeadLetterHeaders.EXCEPTION)) {
            case "java.lang.StackOverflowError" -> PlantedErrors.Kind.OVERFLOW;
            case "java.lang.NullPointerException" -> PlantedErrors.Kind.NULL;
            case "java.lang.AssertionError" -> PlantedErrors.Kind.ASSERTION;
            default -> throw new IllegalStateException(header(letter, DeadLetterHeaders.REASON));
        };
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader(name)).value(), UTF_8);
    }
}
