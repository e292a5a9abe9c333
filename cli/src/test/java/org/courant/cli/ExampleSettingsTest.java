package org.courant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.courant.cli.local.EverythingSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

/** The example file is the reference of all settings, so it must hold what the services read. */
class ExampleSettingsTest {
    private static final Path EXAMPLE = Path.of("..", "courant.example.yaml");

    @Test
    void everyKeyOfTheExampleIsKnown() {
        Problems problems = new Problems(EXAMPLE.toString());
        Section root = SettingsFile.read(EXAMPLE, Map.of(), problems);

        EverythingSettings.from(root);

        root.rejectUnknownKeys();
        problems.throwIfAny();
    }

    @Test
    void whatTheExampleSaysIsTheDefault() {
        EverythingSettings example = settings(SettingsFile.read(EXAMPLE, Map.of(), new Problems("example")));
        EverythingSettings none = settings(SettingsFile.parse("", Map.of(), new Problems("none")));

        assertThat(example.connection()).isEqualTo(none.connection());
        assertThat(example.ingest()).isEqualTo(none.ingest());
        assertThat(List.of(example.enrich(), example.local(), example.log()))
                .isEqualTo(List.of(none.enrich(), none.local(), none.log()));
        assertThat(example.publish()).isEqualTo(none.publish());
    }

    private static EverythingSettings settings(Section root) {
        return EverythingSettings.from(root);
    }
}
