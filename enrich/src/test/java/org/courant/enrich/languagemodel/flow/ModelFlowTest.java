package org.courant.enrich.languagemodel.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.enrich.languagemodel.RandomProse;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Items;
import org.courant.enrich.world.Tables;
import org.courant.schemas.SourceItem;
import org.courant.schemas.Story;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;
import org.courant.schemas.SummaryStatus;
import org.courant.schemas.serde.AvroSerdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFlowTest {
    private static final ModelVersion VERSION = new ModelVersion("llama3.1", 1);
    private static final String PAPER = "arxiv:2606.00001";
    private static final long NOON = Instant.parse("2026-06-24T12:00:00Z").toEpochMilli();

    @TempDir
    Path dir;

    private EnrichDriver driver;

    @BeforeEach
    void open() {
        driver = new EnrichDriver("model-flow-test", dir.resolve("driver"), VERSION);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aStoryHasTheExtractUntilTheAnswerComesAndThenTheAnswer() {
        driver.send(item(1, 1, "cs.AI"), NOON);
        Story before = onlyRecord().value();
        KeyValue<String, SummaryRequest> request = onlyRequest();
        assertThat(before.getSummarisedBy()).startsWith("extractive");
        assertThat(request.value.getBody()).isEqualTo(before.getBody());

        driver.send(request.key, accepted("A model wrote this."));

        TestRecord<String, Story> after = onlyRecord();
        assertThat(after.value().getSummary()).isEqualTo("A model wrote this.");
        assertThat(after.value().getSummarisedBy()).isEqualTo("model:llama3.1/prompt-1");
        assertThat(after.value().getContentHash()).isNotEqualTo(before.getContentHash());
        assertThat(after.timestamp())
                .as("as for any story, that of its newest item")
                .isEqualTo(NOON);
        assertThat(onlyRequest()).isEqualTo(KeyValue.pair(request.key, null));
    }

    @Test
    void aRefusalChangesNothingAndIsNotAskedAboutAgain() {
        driver.send(item(1, 1, "cs.AI"), NOON);
        driver.storyRecords();
        String key = onlyRequest().key;

        driver.send(key, refused());
        assertThat(driver.storyRecords()).isEmpty();
        assertThat(onlyRequest().value).isNull();

        driver.send(item(1, 1, "cs.LG"), NOON + 1);
        assertThat(onlyRecord().value().getSummarisedBy()).startsWith("extractive");
        assertThat(driver.requestRecords()).isEmpty();
    }

    @Test
    void aFurtherAppearanceOfTheSameTextKeepsTheAnswerAndAsksForNothing() {
        driver.send(item(1, 1, "cs.AI"), NOON);
        driver.send(onlyRequest().key, accepted("A model wrote this."));
        driver.requestRecords();
        driver.storyRecords();

        driver.send(item(1, 1, "cs.LG"), NOON + 1);

        assertThat(onlyRecord().value().getSummary()).isEqualTo("A model wrote this.");
        assertThat(driver.requestRecords()).isEmpty();
    }

    @Test
    void aNewVersionOfTheTextHasItsExtractUntilItHasItsOwnAnswer() {
        driver.send(item(1, 1, "cs.AI"), NOON);
        String first = onlyRequest().key;
        driver.storyRecords();

        driver.send(item(1, 2, "cs.AI"), NOON + 1);
        assertThat(driver.requestRecords())
                .extracting(request -> request.value == null)
                .containsExactly(true, false);
        driver.storyRecords();

        driver.send(first, accepted("Late, and of the old text."));
        assertThat(driver.storyRecords()).isEmpty();
    }

    @Test
    void anAnswerThatCameBeforeItsStoryIsUsedAndNotAskedFor() {
        driver.send(item(1, 1, "cs.AI"), NOON);
        String key = onlyRequest().key;
        try (EnrichDriver replay = new EnrichDriver("model-flow-test", dir.resolve("replay"), VERSION)) {
            replay.send(key, accepted("A model wrote this."));
            replay.send(item(1, 1, "cs.AI"), NOON);

            assertThat(replay.requestRecords()).isEmpty();
            assertThat(replay.tables().stories())
                    .extractingByKey(PAPER)
                    .extracting(row -> row.value().getSummary())
                    .isEqualTo("A model wrote this.");
        }
    }

    @Test
    void anAnswerOfAnotherModelOrPromptIsLeftAlone() {
        driver.send(item(1, 1, "cs.AI"), NOON);
        String key = onlyRequest().key;
        driver.storyRecords();

        driver.send(key.replace("llama3.1", "llama3.2"), accepted("Another model."));
        driver.send(key.replace("/1/", "/2/"), accepted("Another prompt."));
        assertThat(driver.storyRecords()).isEmpty();
    }

    @Test
    void anAnswerThatAnOperatorDeletesIsTakenBack() {
        driver.send(item(1, 1, "cs.AI"), NOON);
        String key = onlyRequest().key;
        driver.send(key, accepted("A model wrote this."));
        driver.storyRecords();

        driver.send(key, null);
        assertThat(onlyRecord().value().getSummarisedBy()).startsWith("extractive");
    }

    @Test
    void aTextThatIsItsOwnSummaryIsNotAskedAbout() {
        driver.send(Items.item("short", PAPER), NOON);

        assertThat(driver.requestRecords()).isEmpty();
    }

    /** Papers in two categories and two versions; each text is answered, refused or ignored; any order. */
    @RepeatedTest(8)
    void theStoriesAreAFunctionOfItemsAndSummariesWhateverComesFirst(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<SourceItem> items = new ArrayList<>();
        for (int paper = 1; paper <= 3; paper++) {
            items.add(item(paper, 1, "cs.AI"));
            items.add(item(paper, random.nextBoolean() ? 1 : 2, "cs.LG"));
        }
        Map<String, Summary> summaries = new HashMap<>();
        Tables expected = inOneOrder(items, summaries, random);

        List<String> keys = new ArrayList<>(summaries.keySet());
        int item = 0;
        try (EnrichDriver other = new EnrichDriver("model-flow-test", dir.resolve("other"), VERSION)) {
            while (item < items.size() || !keys.isEmpty()) {
                if (keys.isEmpty() || (item < items.size() && random.nextBoolean())) {
                    other.send(items.get(item), NOON + item);
                    item++;
                } else {
                    String key = keys.remove(random.nextInt(keys.size()));
                    other.send(key, summaries.get(key));
                }
            }
            assertThat(other.tables()).isEqualTo(expected);
        }
    }

    /** All items first, then the answer to each request; what is asked for later is answered later. */
    private Tables inOneOrder(List<SourceItem> items, Map<String, Summary> summaries, Random random) {
        for (int i = 0; i < items.size(); i++) {
            driver.send(items.get(i), NOON + i);
        }
        for (KeyValue<String, SummaryRequest> request : driver.requestRecords()) {
            if (request.value != null && random.nextInt(4) > 0) {
                Summary answer = random.nextInt(3) > 0 ? accepted("Of " + request.key) : refused();
                summaries.put(request.key, answer);
                driver.send(request.key, answer);
            }
        }
        return driver.tables();
    }

    @Test
    void withAModelTheOtherPartsOfTheTopologyKeepTheirNumbersAndNames() {
        AvroSerdes serdes = AvroSerdes.mock("model-flow-test");
        Map<Integer, List<String>> without =
                sources(EnrichDriver.topology(serdes).describe());
        Map<Integer, List<String>> with =
                sources(EnrichDriver.topology(serdes, VERSION).describe());

        without.forEach((number, topics) -> assertThat(with.get(number)).containsAll(topics));
        assertThat(with).hasSize(without.size() + 1);
        assertThat(with.get(without.size())).contains("courant.summaries");
    }

    private static Map<Integer, List<String>> sources(TopologyDescription description) {
        Map<Integer, List<String>> sources = new HashMap<>();
        description
                .subtopologies()
                .forEach(part -> part.nodes().forEach(node -> {
                    if (node instanceof TopologyDescription.Source source) {
                        sources.computeIfAbsent(part.id(), id -> new ArrayList<>())
                                .addAll(source.topicSet());
                    }
                }));
        return sources;
    }

    private TestRecord<String, Story> onlyRecord() {
        List<TestRecord<String, Story>> records = driver.storyRecords();
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private KeyValue<String, SummaryRequest> onlyRequest() {
        List<KeyValue<String, SummaryRequest>> requests = driver.requestRecords();
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private static SourceItem item(int paper, int version, String category) {
        String id = "arxiv:2606.0000" + paper;
        return Items.builder(id + "v" + version + "@" + category, id)
                .setTitle("Paper " + "abc".charAt(paper - 1))
                .setAuthors(List.of("Author " + paper))
                .setVersion(version)
                .setBody(RandomProse.of(new Random(10L * paper + version), 12))
                .setCategories(List.of(category))
                .build();
    }

    private static Summary accepted(String text) {
        return summary(SummaryStatus.ACCEPTED, text);
    }

    private static Summary refused() {
        return summary(SummaryStatus.REFUSED, "");
    }

    private static Summary summary(SummaryStatus status, String text) {
        return Summary.newBuilder()
                .setSourceHash("h")
                .setPromptVersion(1)
                .setModel("llama3.1")
                .setStatus(status)
                .setText(text)
                .setCreatedAt(Instant.EPOCH)
                .build();
    }
}
