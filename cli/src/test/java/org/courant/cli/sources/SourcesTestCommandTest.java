package org.courant.cli.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.cli.demo.RecordedUpstream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourcesTestCommandTest {
    private final RecordedUpstream upstream = RecordedUpstream.start();

    @AfterEach
    void close() {
        upstream.close();
    }

    @Test
    void aFeedIsPolledOnceAndItsItemsAreShown() {
        CommandRun run = CommandRun.of("sources", "test", "--allow-private", upstream.url() + "/blog/feed.atom");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Weaving the cache").contains("Tern 2");
        assertThat(run.err()).contains("5 listed, 5 would be ingested, 0 would be dead letters");
        assertThat(upstream.requests()).isEqualTo(1);
    }

    @Test
    void theBaseAndTheCategoryOfArxivAreReadFromTheUrl() {
        CommandRun run =
                CommandRun.of("sources", "test", "--kind", "arxiv", "--allow-private", upstream.url() + "/rss/cs.LG");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("arxiv:2611.90021v2@cs.LG");
        assertThat(run.err())
                .contains("would be a dead letter: ")
                .contains("16 listed, 15 would be ingested, 1 would be dead letters");
    }

    @Test
    void programsGetWholeItems() {
        CommandRun run =
                CommandRun.of("sources", "test", "--allow-private", "-o", "json", upstream.url() + "/blog/feed.atom");

        assertThat(run.out()).startsWith("[{\"itemId\":\"feed:test:").contains("\"sourceKind\":\"MEDIA\"");
    }

    @Test
    void whatIsNotThereIsAFailure() {
        CommandRun run = CommandRun.of("sources", "test", "--allow-private", upstream.url() + "/none");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains(upstream.url() + "/none").contains("404");
    }

    @Test
    void aLoopbackAddressHasToBeAllowed() {
        CommandRun run = CommandRun.of("sources", "test", upstream.url() + "/blog/feed.atom");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(upstream.requests()).isZero();
    }

    @Test
    void anIdThatNobodyKnowsIsBadUsage() {
        CommandRun run = CommandRun.of("sources", "test", "arxiv-cs-xx");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).contains("'arxiv-cs-xx' is neither a URL nor the id of a source");
    }
}
