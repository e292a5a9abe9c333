package org.courant.enrich.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

class LanguageModelSettingsTest {
    private final Problems problems = new Problems("courant.yaml");

    @Test
    void withoutAnAddressNoModelIsUsed() {
        assertThat(read("", Map.of())).isEmpty();
        assertThat(read("language-model: {model: m}", Map.of())).isEmpty();
        problems.throwIfAny();
    }

    @Test
    void aModelNeedsAnAddressAndAName() {
        LanguageModelSettings settings = read(
                        "language-model: {url: 'http://localhost:11434/v1', model: llama3.1}", Map.of())
                .orElseThrow();

        problems.throwIfAny();
        assertThat(settings.dailyBudget()).isEqualTo(500);
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.parameters()).containsEntry("temperature", IntNode.valueOf(0));
        assertThat(settings.version().summariser()).isEqualTo("model:llama3.1/prompt-1");
    }

    @Test
    void theKeyComesFromTheEnvironmentAndIsNotShown() {
        LanguageModelSettings settings = read(
                        "language-model: {url: 'http://localhost/v1', model: m}",
                        Map.of("COURANT_LANGUAGE_MODEL_KEY", "sk-secret"))
                .orElseThrow();

        assertThat(settings.key().value()).isEqualTo("sk-secret");
        assertThat(settings.toString()).doesNotContain("sk-secret");
    }

    @Test
    void aLineFeedBehindTheKeyDoesNotMatterAndAWrongKeyIsNotShown() {
        String yaml = "language-model: {url: 'http://localhost/v1', model: m}";
        assertThat(read(yaml, Map.of("COURANT_LANGUAGE_MODEL_KEY", "sk-secret\n"))
                        .orElseThrow()
                        .key())
                .isEqualTo(new ApiKey("sk-secret"));
        problems.throwIfAny();

        read(yaml, Map.of("COURANT_LANGUAGE_MODEL_KEY", "sk-secret and more"));
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .asString()
                                .contains("COURANT_LANGUAGE_MODEL_KEY")
                                .doesNotContain("secret"));
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        read("language-model: {url: 'file:///etc/passwd', timeout: 1ms, daily-budget: 0, cost: 3}", Map.of());

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        invalid -> assertThat(invalid.problems())
                                .anyMatch(problem -> problem.contains("file:///etc/passwd"))
                                .anyMatch(problem -> problem.contains("timeout"))
                                .anyMatch(problem -> problem.contains("daily-budget"))
                                .anyMatch(problem -> problem.contains("language-model.model"))
                                .anyMatch(problem -> problem.contains("unknown key 'language-model.cost'")));
    }

    private Optional<LanguageModelSettings> read(String yaml, Map<String, String> environment) {
        return LanguageModelSettings.from(SettingsFile.parse(yaml, environment, problems));
    }
}
