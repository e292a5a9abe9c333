package org.courant.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {
    private final Problems problems = new Problems("courant.yaml");

    @Test
    void everyProblemIsReportedAtOnceWithLineValueAndExpectation() {
        Section root = read("""
                publish:
                  port: eighty
                  thread: 2
                  poll: soon
                """);
        Section publish = root.section("publish");
        publish.integer("port", 8080, 0, 65_535);
        publish.integer("threads", 1, 1, 64);
        publish.read("poll", Duration.ZERO, Durations.EXPECTED, Durations::parse);
        publish.rejectUnknownKeys();

        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "courant.yaml:2: publish.port is 'eighty'; expected a whole number from 0 to 65535",
                                        "courant.yaml:4: publish.poll is 'soon'; expected " + Durations.EXPECTED,
                                        "courant.yaml:3: unknown key 'publish.thread'; did you mean 'threads'?"));
    }

    @Test
    void anEnvironmentVariableOverridesTheFile() {
        Section root = read("publish: {port: 8080}", Map.of("COURANT_PUBLISH_PORT", "9090"));

        assertThat(root.section("publish").integer("port", 1, 0, 65_535)).isEqualTo(9090);
    }

    @Test
    void aBadOverrideIsBlamedOnTheVariable() {
        Section root = read("", Map.of("COURANT_PUBLISH_PORT", "x"));
        root.section("publish").integer("port", 1, 0, 65_535);

        assertThatThrownBy(problems::throwIfAny).hasMessageStartingWith("COURANT_PUBLISH_PORT: publish.port is 'x'");
    }

    @Test
    void aSecretMayStandInAFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        Section root = read("", Map.of("COURANT_KAFKA_SASL_JAAS_CONFIG_FILE", secret.toString()));

        assertThat(root.map("kafka")).containsExactly(Map.entry("sasl.jaas.config", "s3cret"));
    }

    @Test
    void aSecretFileThatIsMissingIsAProblem() {
        read("", Map.of("COURANT_PUBLISH_PORT_FILE", "/nowhere"))
                .section("publish")
                .integer("port", 1, 0, 9);

        assertThatThrownBy(problems::throwIfAny)
                .hasMessageContaining("COURANT_PUBLISH_PORT_FILE")
                .hasMessageContaining("/nowhere");
    }

    @Test
    void anySettingOfAKafkaClientPassesThrough() {
        Section root = read(
                "kafka: {bootstrap.servers: 'a:1', security.protocol: SSL}",
                Map.of("COURANT_KAFKA_BOOTSTRAP_SERVERS", "b:2"));

        assertThat(root.map("kafka"))
                .containsEntry("bootstrap.servers", "b:2")
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void referencesToTheEnvironmentAreReplaced() {
        Section root = read("a: ${HOST}/x\nb: ${NONE:-y}", Map.of("HOST", "h$1"));

        assertThat(root.text("a", "")).isEqualTo("h$1/x");
        assertThat(root.text("b", "")).isEqualTo("y");
    }

    @Test
    void aReferenceToNothingIsAProblem() {
        read("a: ${NONE}").text("a", "");

        assertThatThrownBy(problems::throwIfAny).hasMessage("courant.yaml:1: the environment variable NONE is not set");
    }

    @Test
    void aKeyGivenTwiceIsAProblem() {
        read("a: 1\nb: 2\na: 3");

        assertThatThrownBy(problems::throwIfAny).hasMessage("courant.yaml:3: 'a' is given twice; keep one");
    }

    @Test
    void aListOfMappingsKeepsItsLines() {
        List<Section> sources = read("sources:\n  - id: a\n  - id: b\n").sections("sources");

        assertThat(sources)
                .extracting(source -> source.required("id", "a name"))
                .containsExactly("a", "b");
        assertThat(sources).extracting(Section::origin).containsExactly("courant.yaml:2", "courant.yaml:3");
    }

    @Test
    void aMissingRequiredValueIsAProblemWhereItShouldStand() {
        read("sources:\n  - name: x\n").sections("sources").get(0).required("id", "a short name");

        assertThatThrownBy(problems::throwIfAny)
                .hasMessage("courant.yaml:2: 'sources[0].id' is missing; expected a short name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "a: b: c", "- x", "\tx: 1", "a: *nowhere"})
    void whatIsNotYamlIsRefusedWithItsPlace(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidSettings.class).hasMessageStartingWith("courant.yaml");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> SettingsFile.read(Path.of("/nowhere.yaml"), Map.of(), problems))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("/nowhere.yaml")
                .hasMessageContaining("--config");
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "3s, PT3S", "15m, PT15M", "1h30m, PT1H30M", "2d, PT48H"})
    void durationsAreWrittenAsPeopleWriteThem(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-3s", "1.5h", "3 s"})
    void otherDurationsAreRefused(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).hasMessageContaining("500ms");
    }

    private Section read(String yaml) {
        return read(yaml, Map.of());
    }

    private Section read(String yaml, Map<String, String> environment) {
        return SettingsFile.parse(yaml, environment, problems);
    }
}
