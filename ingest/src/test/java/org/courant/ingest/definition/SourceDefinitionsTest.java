package org.courant.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.courant.ingest.Sources;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceKind;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceDefinitionsTest {
    @Test
    void anArxivSourceNeedsACategoryAndNothingElse() {
        assertThat(read("""
                        sources:
                          - id: arxiv-cs-ai
                            kind: arxiv
                            category: cs.AI
                        """))
                .containsExactly(Source.newBuilder()
                        .setId("arxiv-cs-ai")
                        .setConnector(Connector.ARXIV)
                        .setSourceKind(SourceKind.ARXIV)
                        .setName("arXiv cs.AI")
                        .setUrl("https://rss.arxiv.org")
                        .setPolitenessGroup("arxiv.org")
                        .setPollIntervalMillis(Duration.ofMinutes(30).toMillis())
                        .setOptions(Map.of("category", "cs.AI", "format", "rss"))
                        .build());
    }

    @Test
    void aForumIsCalledByItsHost() {
        Source forum = read("""
                        sources:
                          - {id: hf, kind: discourse, url: "https://Discuss.HuggingFace.co/"}
                        """).get(0);

        assertThat(forum.getName()).isEqualTo("discuss.huggingface.co");
        assertThat(forum.getSourceKind()).isEqualTo(SourceKind.FORUM);
        assertThat(forum.getPolitenessGroup()).isEqualTo("discuss.huggingface.co");
        assertThat(forum.getPollIntervalMillis())
                .isEqualTo(Duration.ofMinutes(15).toMillis());
    }

    @Test
    void everythingCanBeSet() {
        Source feed = read("""
                        sources:
                          - id: lab
                            kind: feed
                            url: http://10.0.0.7:8080/feed.xml
                            name: The lab
                            sourceKind: forum
                            every: 5s
                            group: lab
                            allowPrivateAddresses: true
                            enabled: false
                        """).get(0);

        assertThat(feed)
                .isEqualTo(Source.newBuilder()
                        .setId("lab")
                        .setConnector(Connector.FEED)
                        .setSourceKind(SourceKind.FORUM)
                        .setName("The lab")
                        .setUrl("http://10.0.0.7:8080/feed.xml")
                        .setPolitenessGroup("lab")
                        .setPollIntervalMillis(5_000)
                        .setAllowPrivateAddresses(true)
                        .setEnabled(false)
                        .build());
    }

    @Test
    void aFileIsCalledByItsName() {
        Source file = read("""
                        sources:
                          - {id: backlog, kind: file, url: ./data/papers.ndjson}
                        """).get(0);

        assertThat(file.getName()).isEqualTo("papers.ndjson");
        assertThat(file.getUrl()).isEqualTo("./data/papers.ndjson");
        assertThat(file.getPolitenessGroup()).isEqualTo("file:backlog");
    }

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "https://blog.example/feed, blog.example",
        "https://blog.example:443/feed, blog.example",
        "http://blog.example:443/feed, blog.example:443",
        "https://export.arxiv.org/rss/cs.AI, arxiv.org",
        "https://notarxiv.org/rss, notarxiv.org",
    })
    void theHostIsThePolitenessGroupAndArxivIsOne(String url, String group) {
        assertThat(read("sources: [{id: a, kind: feed, url: '" + url + "'}]")
                        .get(0)
                        .getPolitenessGroup())
                .isEqualTo(group);
    }

    @Test
    void allOfArxivIsOneGroupWhateverItsAddress() {
        Source simulated = read("""
                        sources:
                          - {id: a, kind: arxiv, category: cs.CL, url: "http://127.0.0.1:8900", allowPrivateAddresses: true}
                        """).get(0);

        assertThat(simulated.getPolitenessGroup()).isEqualTo("arxiv.org");
        assertThat(simulated.getUrl()).isEqualTo("http://127.0.0.1:8900");
    }

    @Test
    void everyProblemIsReportedAtOnceWithItsLine() {
        assertThatThrownBy(() -> read("""
                        sources:
                          - id: one
                            kind: arxiv
                            categry: cs.AI
                          - id: one
                            kind: feed
                            url: ftp://example.org/feed
                            every: 5s
                          - kind: forum
                          - id: "a/b"
                            kind: discourse
                            url: https://forum.example
                            category: cs.AI
                        """))
                .isInstanceOf(InvalidSettings.class)
                .extracting(thrown -> ((InvalidSettings) thrown).problems())
                .asInstanceOf(list(String.class))
                .anyMatch(p -> p.startsWith("sources.yaml:2") && p.contains("category' is missing"))
                .anyMatch(p -> p.startsWith("sources.yaml:4") && p.contains("did you mean 'category'?"))
                .anyMatch(p -> p.startsWith("sources.yaml:7") && p.contains("ftp://example.org/feed"))
                .anyMatch(p -> p.startsWith("sources.yaml:8") && p.contains("from 60s to 30d"))
                .anyMatch(p -> p.startsWith("sources.yaml:5") && p.contains("also given at sources.yaml:2"))
                .anyMatch(p -> p.startsWith("sources.yaml:9") && p.contains("id' is missing"))
                .anyMatch(p -> p.startsWith("sources.yaml:9") && p.contains("one of arxiv, discourse, feed, file"))
                .anyMatch(p -> p.startsWith("sources.yaml:10") && p.contains("a/b"))
                .anyMatch(p -> p.startsWith("sources.yaml:13") && p.contains("unknown key"))
                .hasSize(9);
    }

    @Test
    void anythingThatChangesADefinitionChangesItsHash() {
        Source source = read("sources: [{id: a, kind: feed, url: 'https://blog.example/feed'}]")
                .get(0);
        List<Source> changed = List.of(
                Sources.changed(source, change -> change.setName("b")),
                Sources.changed(source, change -> change.setPollIntervalMillis(1)),
                Sources.changed(source, change -> change.setEnabled(false)),
                Sources.changed(source, change -> change.setAllowPrivateAddresses(true)),
                Sources.changed(source, change -> change.setSourceKind(SourceKind.FORUM)),
                Sources.changed(source, change -> change.setUrl("https://blog.example/other")),
                Sources.changed(source, change -> change.setOptions(Map.of("a", "b"))));

        assertThat(changed.stream().map(DefinitionHash::of))
                .doesNotContain(DefinitionHash.of(source))
                .doesNotHaveDuplicates();
        assertThat(changed.stream().map(DefinitionHash::target).distinct()).hasSize(3);
    }

    private static List<Source> read(String yaml) {
        Problems problems = new Problems("sources.yaml");
        Section root = SettingsFile.parse(yaml, Map.of(), problems);
        SourceDefinitions definitions = SourceDefinitions.from(root);
        problems.throwIfAny();
        return definitions.sources();
    }
}
