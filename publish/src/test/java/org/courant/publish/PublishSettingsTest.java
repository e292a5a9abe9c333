package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.courant.publish.finish.RankingWeights;
import org.courant.publish.web.WebSettings;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

final class PublishSettingsTest {
    @Test
    void everyKeyHasADefault() {
        PublishSettings settings = read("");
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.editionInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.sections().ids()).startsWith("training-methods").endsWith("community");
        assertThat(settings.ranking()).isEqualTo(RankingWeights.DEFAULT);
        assertThat(settings.streams().applicationId()).isEqualTo("courant-publish");
        assertThat(settings.web())
                .isEqualTo(new WebSettings(Optional.empty(), List.of(), 600, Optional.empty(), 1_000));
    }

    @Test
    void everyKeyCanBeSet() {
        PublishSettings settings = read("""
                publish:
                  host: 0.0.0.0
                  port: 9090
                  edition-interval: 2s
                  sections: [agents, theory]
                  ranking:
                    per-source: 0.3
                    sources: {arxiv-cs-ai: 0.2}
                    phrases: {"state space": -1}
                  application-id: green
                  state-dir: /var/lib/courant/state
                  public-url: https://digest.example.org/
                  cors-origins: ["*"]
                  requests-per-minute: 0
                  client-address-header: X-Forwarded-For
                  stream-clients: 5
                """);
        assertThat(settings.web())
                .isEqualTo(new WebSettings(
                        Optional.of("https://digest.example.org"), List.of("*"), 0, Optional.of("X-Forwarded-For"), 5));
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(9090);
        assertThat(settings.editionInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.sections().ids()).isEqualTo(List.of("agents", "theory"));
        assertThat(settings.ranking().source()).isEqualTo(0.3);
        assertThat(settings.ranking().sources()).containsExactly(Map.entry("arxiv-cs-ai", 0.2));
        assertThat(settings.ranking().phrases()).containsExactly(Map.entry("state space", -1.0));
        assertThat(settings.streams().applicationId()).isEqualTo("green");
        assertThat(settings.streams().stateDir()).isEqualTo(Path.of("/var/lib/courant/state"));
    }

    @Test
    void allThatIsWrongIsReportedAtOnce() {
        assertThatThrownBy(() -> read("""
                        publish:
                          port: 70000
                          edition-interval: 1ms
                          hosts: localhost
                          ranking:
                            per-kind: much
                            phrases: {survey: 1000}
                          public-url: digest.example.org
                        """))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(
                        "courant.yaml:2: publish.port is '70000'; expected a whole number from 0 to 65535")
                .hasMessageContaining("publish.edition-interval is '1ms'; expected a duration from 50ms to 1h")
                .hasMessageContaining("publish.ranking.per-kind is 'much'; expected a number from -100 to 100")
                .hasMessageContaining("publish.ranking.phrases.survey is '1000'; expected a number from -100 to 100")
                .hasMessageContaining("publish.public-url is 'digest.example.org'; expected an address")
                .hasMessageContaining("unknown key 'publish.hosts'; did you mean 'host'?");
    }

    private static PublishSettings read(String yaml) {
        Problems problems = new Problems("courant.yaml");
        PublishSettings settings = PublishSettings.from(SettingsFile.parse(yaml, Map.of(), problems));
        problems.throwIfAny();
        return settings;
    }
}
