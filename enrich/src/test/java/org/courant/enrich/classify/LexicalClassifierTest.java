package org.courant.enrich.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.courant.enrich.classify.Classifier.Document;
import org.courant.schemas.SourceKind;
import org.courant.service.settings.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalClassifierTest {
    private final Classifier classifier = new LexicalClassifier(TaxonomyFile.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training-methods | Group-relative preference optimization with LoRA | We fine-tune with reinforcement learning and a reward model. | cs.LG",
                "reasoning | Shorter chains of thought | Mathematical reasoning improves when the chain-of-thought is verified step-by-step. | cs.AI",
                "agents | A multi-agent framework with tool calling | Language agents plan, call tools and coordinate. | cs.AI",
                "retrieval | Retrieval-augmented generation over a knowledge graph | A dense retriever and reranker find passages. | cs.IR",
                "multimodal | A vision-language model for video understanding | Images and video are encoded by a vision transformer. | cs.CV",
                "speech | Text-to-speech with prosody control | Speech synthesis from phonemes. | eess.AS",
                "robotics | Vision-language-action policies for manipulation | A robot grasps objects after imitation learning. | cs.RO",
                "efficiency | Two-bit quantization of the KV cache | Latency and memory footprint fall; throughput rises on one GPU. | cs.LG",
                "safety | Jailbreak attacks and red teaming | Prompt injection makes models harmful; we propose a defense. | cs.CR",
                "interpretability | Sparse autoencoders find circuits | Mechanistic interpretability with activation patching. | cs.LG",
                "code | Program repair with unit tests | Code generation for software engineering. | cs.SE",
                "community | Out of memory after update, need help | How do I install the new version? | ",
            })
    void whatIsPlainlyOfASectionIsFiledThere(String section, String title, String body, String category) {
        List<String> categories = category == null ? List.of() : List.of(category);
        SourceKind kind = category == null ? SourceKind.FORUM : SourceKind.ARXIV;

        assertThat(classifier
                        .classify(new Document(title, body, categories, kind))
                        .sectionId())
                .isEqualTo(section);
    }

    @Test
    void whatSaysNothingOfAnySectionGoesToOther() {
        Classification classification =
                classifier.classify(new Document("Lorem ipsum", "Dolor sit amet.", List.of(), SourceKind.ARXIV));

        assertThat(classification.sectionId()).isEqualTo("other");
        assertThat(classification.scores()).hasSize(16);
    }

    @Test
    void scoresAddUpToOneAndComeHighestFirst() {
        Classification classification = classifier.classify(new Document(
                "Reinforcement learning for robots", "A robot learns.", List.of("cs.RO"), SourceKind.ARXIV));

        assertThat(classification.scores().stream()
                        .mapToDouble(Classification.Score::score)
                        .sum())
                .isEqualTo(1.0, within(0.01));
        assertThat(classification.scores()).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(classification.confidence())
                .isEqualTo(classification.scores().get(0).score());
    }

    @Test
    void theVersionNamesTheMethodAndNotTheFileSoThatAnEditChangesNoOtherEntry() {
        assertThat(classifier.version()).isEqualTo("lexical-1");
    }

    @Test
    void everyProblemOfAFileIsReportedWithItsLine() {
        assertThatThrownBy(() -> TaxonomyFile.parse("sections.yaml", """
                        margin: wide
                        sections:
                          - id: Training
                            title: Training
                            cue: [x]
                          - title: Untitled
                        """))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.problems())
                                .anySatisfy(
                                        problem -> assertThat(problem).startsWith("sections.yaml:1: margin is 'wide'"))
                                .anySatisfy(problem -> assertThat(problem).startsWith("sections.yaml:3: id 'Training'"))
                                .anySatisfy(problem -> assertThat(problem).contains("did you mean 'cues'?"))
                                .anySatisfy(problem -> assertThat(problem).startsWith("sections.yaml:6:")));
    }
}
