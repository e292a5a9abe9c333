package org.courant.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

class StorySettingsTest {
    private static final StorySettings SHIPPED = settings("");

    @Test
    void whatDecidesNothingOfAStoryMakesNoDifference() {
        StorySettings others = settings("""
                enrich: {match-window: 30d, threads: 2}
                publish: {port: 9000, ranking: {confidence: 1.0}}
                """);

        assertThat(SHIPPED.differences(others)).isEmpty();
    }

    @Test
    void eachSettingThatDecidesIsNamed() {
        StorySettings weights = settings("publish: {ranking: {phrases: {language model: 2}}}");
        StorySettings asked = settings("enrich: {language-model: {url: 'http://localhost:1/v1', model: llama}}");
        StorySettings askedAnother = settings("enrich: {language-model: {url: 'http://localhost:1/v1', model: qwen}}");

        assertThat(SHIPPED.differences(weights)).containsExactly("publish.ranking");
        assertThat(SHIPPED.differences(asked)).containsExactly("enrich.language-model");
        assertThat(asked.differences(askedAnother)).containsExactly("enrich.language-model");
        assertThat(new StorySettings("a", "b", "c", "d").differences(new StorySettings("x", "y", "c", "d")))
                .containsExactly("enrich.sections", "enrich.model");
    }

    @Test
    void theyAreReadAsTheyWereWrittenInOneWord() {
        assertThat(SHIPPED.toString()).doesNotContain(" ");
        assertThat(StorySettings.parse(SHIPPED.toString())).contains(SHIPPED);
        assertThat(StorySettings.parse("a:b")).isEmpty();
    }

    private static StorySettings settings(String yaml) {
        Problems problems = new Problems("test");
        StorySettings settings = StorySettings.from(SettingsFile.parse(yaml, Map.of(), problems));
        problems.throwIfAny();
        return settings;
    }
}
