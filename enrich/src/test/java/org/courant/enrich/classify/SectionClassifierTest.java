package org.courant.enrich.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.courant.enrich.classify.Classifier.Document;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.classify.model.WordVectorsFile;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionClassifierTest {
    private final Classifier classifier = SectionClassifier.shipped(TaxonomyFile.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training-methods | Group-relative policy optimization | We train a language model with reinforcement learning, a reward model and policy gradients, and find that fine-tuning is more stable.",
                "agents | A framework of language agents | Several agents with roles plan, call tools and coordinate to solve tasks in an environment.",
                "retrieval | Retrieval-augmented generation over long documents | A dense retriever finds passages and a reranker orders them before the model answers questions.",
                "efficiency | Evicting the KV cache | We compress the key-value cache and speed up inference of long contexts with less memory and lower latency.",
                "code | Repairing programs | A code model generates patches for issues of a repository and passes the unit tests.",
                "speech | Text-to-speech with prosody | A speech synthesis model generates the voice of a speaker from audio prompts.",
                "robotics | A policy for manipulation | A robot arm learns dexterous manipulation from demonstrations with a vision-language-action policy.",
            })
    void whatIsPlainlyOfASectionIsFiledThereByItsTextAlone(String section, String title, String body) {
        assertThat(classifier
                        .classify(new Document(title, body, List.of(), SourceKind.ARXIV))
                        .sectionId())
                .isEqualTo(section);
    }

    @Test
    void wordsOfTheTextAreGivenAsReasons() {
        Classification classification = classifier.classify(new Document(
                "Speculative decoding", "Decoding is faster with a small draft model.", List.of(), SourceKind.ARXIV));

        assertThat(classification.sectionId()).isEqualTo("efficiency");
        assertThat(classification.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(classification.reasons())
                .anySatisfy(reason -> assertThat(reason).containsIgnoringCase("decoding"));
    }

    @Test
    void aTopicOfAForumGoesToTheCommunity() {
        assertThat(classifier
                        .classify(new Document(
                                "Out of memory after update, need help",
                                "How do I install the new version? I get an error.",
                                List.of(),
                                SourceKind.FORUM))
                        .sectionId())
                .isEqualTo("community");
    }

    @Test
    void whatIsNoTextOfThisLanguageGoesToOther() {
        Classification classification = classifier.classify(
                new Document("Lorem ipsum dolor", "Sit amet consectetur adipiscing.", List.of(), SourceKind.ARXIV));

        assertThat(classification.sectionId()).isEqualTo("other");
        assertThat(classification.reasons()).isEmpty();
    }

    @Test
    void scoresAddUpToOneAndTheBestIsTheConfidence() {
        Classification classification = classifier.classify(
                new Document("Robots that learn", "A robot learns to walk.", List.of("cs.RO"), SourceKind.ARXIV));

        assertThat(classification.scores().stream()
                        .mapToDouble(Classification.Score::score)
                        .sum())
                .isEqualTo(1.0, within(0.01));
        assertThat(classification.confidence())
                .isEqualTo(classification.scores().get(0).score());
    }

    @Test
    void aSectionThatAnOperatorAddsWorksAtOnce() {
        Taxonomy own = TaxonomyFile.parse("own.yaml", """
                sections:
                  - id: agents
                    title: Agents
                    cues: [agent]
                  - id: quantum
                    title: Quantum computing
                    strong-cues: [quantum, qubit]
                    prototypes: ["Quantum circuits and qubits for machine learning."]
                """);
        Classifier withOwn = new SectionClassifier(own, LinearModelFile.shipped(), WordVectorsFile.shipped());

        assertThat(withOwn.classify(new Document(
                                "Variational quantum circuits",
                                "We run quantum circuits on sixteen qubits of a quantum computer.",
                                List.of(),
                                SourceKind.ARXIV))
                        .sectionId())
                .isEqualTo("quantum");
    }

    @Test
    void aSectionThatNeedsACueIsNotChosenForItsWordsAlone() {
        Document words = new Document(
                "A smaller word list",
                "Word error rates fall when the list of words is shorter and words are spelt alike.",
                List.of(),
                SourceKind.ARXIV);

        assertThat(sectionsOf(false).classify(words).sectionId()).isEqualTo("speech");
        assertThat(sectionsOf(true).classify(words).sectionId()).isNotEqualTo("speech");
        assertThat(sectionsOf(true)
                        .classify(new Document(
                                words.title(),
                                words.body() + " Speakers were recorded by microphone.",
                                List.of(),
                                SourceKind.ARXIV))
                        .sectionId())
                .isEqualTo("speech");
    }

    private static Classifier sectionsOf(boolean needsCue) {
        Taxonomy own = TaxonomyFile.parse("own.yaml", """
                sections:
                  - {id: speech, title: Speech, cues: [speaker, microphone], needs-cue: %s}
                  - {id: robotics, title: Robotics, cues: [robot]}
                """.formatted(needsCue));
        return new SectionClassifier(own, LinearModelFile.shipped(), WordVectorsFile.shipped());
    }

    @Test
    void withoutAModelPrototypesAndCuesDecide() {
        Classifier untrained = new SectionClassifier(
                TaxonomyFile.shipped(),
                new LinearModelFile.Loaded(LinearModel.UNTRAINED, "none"),
                WordVectorsFile.shipped());

        assertThat(untrained
                        .classify(new Document(
                                "Speech recognition for many languages",
                                "Automatic speech recognition of audio.",
                                List.of(),
                                SourceKind.ARXIV))
                        .sectionId())
                .isEqualTo("speech");
    }

    @Test
    void theVersionNamesTheMethodAndItsModel() {
        assertThat(classifier.version()).matches("sections-2\\+[0-9a-f]{8}");
    }
}
