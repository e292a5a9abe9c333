package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichSettingsTest {
    private final Problems problems = new Problems("courant.yaml");

    @Test
    void everyKeyHasADefault() {
        EnrichSettings settings = read("");

        assertThat(settings.taxonomy()).isEqualTo(TaxonomyFile.shipped());
        assertThat(settings.mostMembers()).isEqualTo(500);
        assertThat(settings.healthPort()).isEqualTo(8092);
        assertThat(settings.streams().applicationId()).isEqualTo("courant-enrich");
        problems.throwIfAny();
    }

    @Test
    void matchingOfTextsCanBeSwitchedOff() {
        assertThat(read("enrich: {match-texts: false}").limits()).isEqualTo(MatchLimits.NO_TEXTS);
        assertThat(read("enrich: {match-texts: true}").limits()).isEqualTo(MatchLimits.DEFAULT);
        problems.throwIfAny();
    }

    @Test
    void anOperatorsOwnSectionsAreUsed(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("sections.yaml"), """
                sections:
                  - id: robots
                    title: Robots
                    cues: [robot]
                """);

        assertThat(read("enrich: {sections: '" + file + "'}").taxonomy().sections())
                .singleElement()
                .satisfies(section -> assertThat(section.id()).isEqualTo("robots"));
    }

    @Test
    void everyProblemIsReportedAtOnceWithItsLine(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("sections.yaml"), "sections:\n  - id: Robots\n    title: R\n");
        read("enrich:\n  sections: '" + file + "'\n  most-members: 0\n  thread: 2\n");

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        invalid -> assertThat(invalid.problems())
                                .anySatisfy(problem -> assertThat(problem)
                                        .startsWith("courant.yaml:2: ")
                                        .contains("sections.yaml:2: id 'Robots'"))
                                .anySatisfy(problem -> assertThat(problem).contains("enrich.most-members is '0'"))
                                .anySatisfy(problem -> assertThat(problem).contains("did you mean 'threads'?")));
    }

    private EnrichSettings read(String yaml) {
        return EnrichSettings.from(SettingsFile.parse(yaml, Map.of(), problems));
    }
}
