package org.courant.cli.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithKafka
class SourcesIT {
    private static final String AI = "  - {id: ai, kind: arxiv, category: cs.AI}\n";
    private static final String BLOG = "  - {id: blog, kind: feed, url: 'https://example.org/feed.xml'}\n";

    private final Map<String, String> environment;

    @TempDir
    private Path folder;

    SourcesIT(TestCluster cluster) {
        String prefix = cluster.uniquePrefix();
        environment = CommandRun.environment(cluster, prefix, 2);
        CommandRun.with(environment, "topics", "apply");
        CommandRun.with(environment, "schemas", "register");
    }

    @Test
    void newSourcesAreAppliedAtOnceAndTheSecondTimeNothingIsToDo() throws IOException {
        CommandRun preview = apply(AI + BLOG, "--dry-run");
        assertThat(preview.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(preview.out()).contains("would be added");
        assertThat(list().exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);

        assertThat(apply(AI + BLOG).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(list().out()).contains("\"id\":\"ai\"").contains("\"message\":\"not polled yet\"");
        assertThat(apply(AI + BLOG).out()).contains("unchanged").doesNotContain("added");
        assertThat(apply(AI + BLOG, "--dry-run").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void aSourceThatIsNoLongerListedStaysUntilExecuteRemovesIt() throws IOException {
        apply(AI + BLOG);

        CommandRun kept = apply(AI);
        assertThat(kept.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(kept.err()).contains("1 source is no longer listed and still polled; --execute removes");
        assertThat(list().out()).contains("blog");

        assertThat(apply(AI, "--execute").out()).contains("removed");
        assertThat(list().out()).contains("ai").doesNotContain("blog");
    }

    @Test
    void anEmptyListIsAMistakeAndRemovesNothing() throws IOException {
        apply(AI);

        CommandRun refused = apply("", "--execute");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(refused.err()).contains("'sources' is missing or empty");
        assertThat(list().out()).contains("ai");
    }

    private CommandRun apply(String sources, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("courant.yaml"), "sources:\n" + sources);
        List<String> arguments = new ArrayList<>(List.of("sources", "apply", "--config", file.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.with(environment, arguments.toArray(new String[0]));
    }

    private CommandRun list() {
        return CommandRun.with(environment, "sources", "ls", "--output", "json");
    }
}
