package org.courant.lab.faults.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.courant.lab.faults.check.Checker;
import org.courant.lab.faults.check.Verdict;
import org.courant.lab.faults.cluster.Reaper;
import org.courant.lab.faults.history.HistoryFile;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.schemas.topic.Topics;

/** A run, the same without faults, and what the checker says of them. */
record Judged(RecordedHistory faulty, RecordedHistory undisturbed, Verdict verdict) {
    /** As the settings of the services have it. */
    static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX, 3);

    /** Runs and judges. */
    static Judged of(RunSettings settings, Reaper reaper, Journal.Log log) throws IOException, InterruptedException {
        try {
            boolean stopsAtFirst = settings.plant().isPresent();
            return new FaultRun(settings, TOPICS, reaper, log).run(new FaultRun.Judge<Judged>() {
                @Override
                public Optional<Judged> judge(RecordedHistory faulty) {
                    Judged alone = judge(faulty, RecordedHistory.EMPTY);
                    // The tables of a run that did not come to rest are not to be compared.
                    boolean isEnough = !faulty.hung().isEmpty() || (stopsAtFirst && !alone.verdict.isClean());
                    return isEnough ? Optional.of(alone) : Optional.empty();
                }

                @Override
                public Judged judge(RecordedHistory faulty, RecordedHistory undisturbed) {
                    return new Judged(faulty, undisturbed, new Checker(TOPICS).judge(faulty, undisturbed));
                }
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException("seed " + settings.seed() + ": " + e.getCause(), e);
        } catch (UncheckedIOException e) {
            throw new IOException("seed " + settings.seed() + ": " + e.getMessage(), e);
        }
    }

    /** Writes both histories. */
    void keep(Path directory) throws IOException {
        new HistoryFile(directory).write(faulty);
        new HistoryFile(directory.resolve("undisturbed")).write(undisturbed);
    }
}
