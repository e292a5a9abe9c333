package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.classify.Classifier.Document;
import org.courant.enrich.classify.LexicalClassifier;
import org.courant.enrich.classify.SectionClassifier;
import org.courant.enrich.classify.Taxonomy;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Profile;
import org.courant.enrich.summarise.Summariser.Source;
import org.courant.enrich.summarise.voice.Narrator;
import org.courant.enrich.validate.ItemRules;
import org.courant.enrich.validate.ItemRules.Origin;
import org.courant.enrich.validate.ItemRules.Valid;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Items;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SummaryRequest;
import org.courant.testkit.SharedData;
import org.courant.testkit.text.AdversarialText;
import org.courant.testkit.text.Fuzzing;
import org.courant.testkit.text.LinearTime;
import org.courant.testkit.text.TextFunction;
import org.courant.testkit.text.TextFunctions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * No text of an item can hold a stage: work is in proportion to what has been delivered, and bounded stack is enough.
 */
final class HostileTextTest {
    private static final int CHARACTERS = 16 * 1024;

    private static final List<String> SAMPLES = List.of(
            """
            We present \\textbf{LarderCache}, an $O(n \\log n)$ cache of attention (Li and Wu, 2020; see Roe et al., 2021) \
            that keeps what later layers ask for [3, 7-9]. However, to address this issue, we train it on 1,000 prompts \
            \\cite{roe21}, e.g. of J. Doe's library. Results show a gain of 3.5%, thereby paving the way for longer texts. \
            Code is available at https://example.org/larder (this https URL).""",
            """
            Hi all,

            > I wrote: "it doesn't work"
            I'm trying **this** with `python 3.12`, see [the docs](https://example.org/a_(b)?c=d#e) (3):

            ```
            import torch
            x = torch.ones([1, 1, 1, 1])  # RuntimeError: out of memory
            ```
            - first, I installed it
            1. then my GPU died
            Thanks in advance! 1 post - 1 participant""",
            """
            From: Jane Roe <jane@example.org>
            Subject: =?utf-8?q?Re=3A_?= [SOLVED] URGENT!! Qwen3-VL Technical Report v2

            Die M\u00f6dels \ufb01nden \u0130stanbul; \u4eba\u5de5\u667a\u80fd\u3002 \ud83d\ude00 na\u00efve r\u0301esum\u00e9s \u2014 \u201cquoted\u201d \u2026""",
            """
            {"summary": "The authors introduce an 8B model, \\"LarderCache\\", and find that it halves two thirds of 4 costs."}""",
            "Roe, Jane; Doe, J. R., Jr. and the ATLAS Collaboration (CERN)",
            "https://www.example.org:443/a/./b/../c.pdf?utm_source=x&id=2101.00001v2#frag doi:10.1000/182 arXiv:2101.00001");

    @TestFactory
    Stream<DynamicTest> everyFunctionOfTextTakesTimeInProportionToItsLength() {
        return functions().stream().map(function -> dynamicTest(function.name(), () -> LinearTime.require(function)));
    }

    @Test
    void nothingThrowsWhateverMistakesATextHas() {
        assertThat(Fuzzing.require(functions(), SAMPLES)).isPositive();
    }

    @Test
    void whateverAPostSaysItIsToldOrRefusedWithAReason(@TempDir Path dir) {
        Set<String> sent = new TreeSet<>();
        try (EnrichDriver driver = new EnrichDriver("hostile-texts", dir)) {
            for (AdversarialText text : AdversarialText.all()) {
                String id = "feed:a:" + sent.size();
                driver.send(
                        SourceItem.newBuilder(post(text.ofLength(CHARACTERS)).build())
                                .setItemId(id)
                                .setIdentities(List.of("url:https://a.example/" + sent.size()))
                                .build(),
                        7L);
                sent.add(id);
            }

            assertThat(driver.deadLetters()).isEmpty();
            Set<String> accounted = new TreeSet<>(driver.tables().rejected());
            accounted.addAll(driver.tables().membersOfStories().keySet());
            assertThat(accounted).containsExactlyElementsOf(sent);
        }
    }

    /** What people have met elsewhere, where the captured cases are. */
    @Test
    void whatHasStoppedOtherDigestsIsTold(@TempDir Path dir) throws IOException {
        Path cases = SharedData.requireFolder("field-cases");
        Set<String> sent = new TreeSet<>();
        try (EnrichDriver driver = new EnrichDriver("field-cases", dir);
                DirectoryStream<Path> files = Files.newDirectoryStream(cases, "*.ndjson")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode item = new ObjectMapper().readTree(line);
                    String name = "url:" + item.get("url").asText();
                    driver.send(
                            Items.builder(item.get("id").asText(), name)
                                    .setSourceKind(SourceKind.FORUM)
                                    .setTitle(item.get("title").asText())
                                    .setBody(item.get("body").asText())
                                    .setUrl(item.get("url").asText())
                                    .build(),
                            7L);
                    sent.add(name);
                }
            }

            assertThat(sent).isNotEmpty();
            assertThat(driver.deadLetters()).isEmpty();
            assertThat(driver.tables().stories().keySet()).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    static List<TextFunction> functions() {
        Taxonomy taxonomy = TaxonomyFile.shipped();
        Profiles profiles = new Profiles(FrequencyTable.shipped());
        return TextFunctions.in(
                        "org.courant.enrich.text",
                        "org.courant.enrich.summarise",
                        "org.courant.enrich.headline",
                        "org.courant.enrich.classify",
                        "org.courant.enrich.block",
                        "org.courant.enrich.compare",
                        "org.courant.enrich.languagemodel.check",
                        "org.courant.enrich.languagemodel.chat",
                        "org.courant.enrich.validate",
                        "org.courant.schemas.hash",
                        "org.courant.schemas.text")
                .made(Source.class, text -> new Source(text, text, SourceKind.FORUM))
                .made(Document.class, text -> new Document(text, text, List.of(text), SourceKind.FORUM))
                .made(SourceItem.class, HostileTextTest::item)
                .made(Delivery.class, HostileTextTest::delivery)
                .made(Profile.class, text -> profiles.of(delivery(text)))
                .made(SummaryRequest.class, text -> new SummaryRequest(text, text, SourceKind.FORUM))
                .given(SectionClassifier.class, SectionClassifier.shipped(taxonomy))
                .given(LexicalClassifier.class, new LexicalClassifier(taxonomy))
                .given(Profiles.class, profiles)
                .given(PairRules.class, new PairRules(Thresholds.DEFAULT))
                .given(FrequencyTable.class, FrequencyTable.shipped())
                .given(Narrator.class, Narrator.USER)
                .given(Origin.class, new Origin(7, 0, 1))
                .atMost(1_000, "TitleCleaning", "Capitals")
                .atMost(20_000, "Prose", "CodeLines", "Markup", "Citations", "Courtesies", "Footers")
                .atMost(1_200, "Openings", "Endings", "References", "WordTokens")
                .atMost(20_000, "Inventions", "Language", "SpeltNumbers")
                .except("AnswerCheck.Rule", "AnswerCheck.of, which calls it")
                .except("ChatClient", "an endpoint that the operator names")
                .except("CueEvidence", "SectionClassifier and LexicalClassifier, which call it")
                .except("CueEvidence.Phrase", "sections, which the operator names")
                .except("Decision", "the taxonomy")
                .except("Edits", "ThirdPerson, which calls it")
                .except("EvidenceReader", "SectionClassifier, which calls it")
                .except("Expansion", "Headlines, which calls it with cleaned texts")
                .except("LinearModel", "what a model is called")
                .except("Objections", "PairRules, which calls it")
                .except("PlainText", "AnswerCheck.of, which calls it with an answer that is stream-safe")
                .except("Reasons", "SectionClassifier, which calls it")
                .except("Statement", "ExtractiveSummariser, which calls it")
                .except("ThirdPerson", "ExtractiveSummariser, which calls it")
                .except("TaxonomyFile", "a file of the operator")
                .except("TitleRule", "PairRules, which calls it")
                .except("Voice", "AnswerCheck.of, which calls it with an answer that is stream-safe")
                .except("WordVectors", "SectionClassifier, which calls it")
                .all();
    }

    private static SourceItem item(String text) {
        return post(text).setUrl(text).build();
    }

    /** As large as an item may be. */
    private static Delivery delivery(String text) {
        SourceItem item = post("").setTitle("Title " + beginning(text, 10_000))
                .setBody(beginning(text, 300_000))
                .setAuthors(List.of(beginning(text, 10_000)))
                .build();
        return ((Valid) ItemRules.check(item, new Origin(7, 0, 1))).delivery();
    }

    private static String beginning(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }

    private static SourceItem.Builder post(String text) {
        return Items.builder("feed:a:b", "url:https://a.example/b")
                .setSourceKind(SourceKind.FORUM)
                .setTitle("Title " + text)
                .setBody(text)
                .setAuthors(List.of(text));
    }
}
