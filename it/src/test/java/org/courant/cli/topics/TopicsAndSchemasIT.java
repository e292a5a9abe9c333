package org.courant.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;

@WithKafka
class TopicsAndSchemasIT {
    private final TestCluster cluster;
    private final String prefix;
    private final Map<String, String> environment;

    TopicsAndSchemasIT(TestCluster cluster) {
        this.cluster = cluster;
        this.prefix = cluster.uniquePrefix();
        this.environment = CommandRun.environment(cluster, prefix, 2);
    }

    @Test
    void topicsAreMissingThenMadeThenAsTheyMustBe() {
        CommandRun missing = run("topics", "check");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(missing.err()).contains("topic " + prefix + "stories is missing; run: courant topics apply");

        CommandRun previewed = run("topics", "apply", "--dry-run");
        assertThat(previewed.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(previewed.err()).contains("would be created");
        assertThat(run("topics", "check").exitCode()).isEqualTo(ExitCode.FAILED);

        assertThat(run("topics", "apply").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run("topics", "apply").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run("topics", "apply", "--dry-run").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
        CommandRun good = run("topics", "check", "--output", "json");
        assertThat(good.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(good.out()).contains("{\"topic\":\"" + prefix + "stories\",\"partitions\":2,\"state\":\"ok\"");
    }

    @Test
    void aTopicWithOtherPartitionsCannotBeMended() {
        run("topics", "apply");

        CommandRun refused = CommandRun.with(CommandRun.environment(cluster, prefix, 3), "topics", "apply");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains(prefix + "stories has 2 partitions, settings say 3");
    }

    @Test
    void schemasAreMissingThenRegisteredOnce() {
        CommandRun missing = run("schemas", "check");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(missing.err()).contains("run: courant schemas register");

        assertThat(run("schemas", "register", "--dry-run").err()).contains("would be registered");
        assertThat(run("schemas", "register").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run("schemas", "register").err()).contains("all 11 schemas are registered");
        assertThat(run("schemas", "register", "--dry-run").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(run("schemas", "check", "--output", "json").out())
                .contains("{\"subject\":\"" + prefix + "stories-value\",\"state\":\"registered\"");
    }

    @Test
    void aReaderOfTopicsThatAreNotThereIsToldWhatMakesThem() {
        CommandRun run = run("tail", "--no-follow");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("topic " + prefix + "digest-entries is missing; run: courant topics apply");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.with(environment, arguments);
    }
}
