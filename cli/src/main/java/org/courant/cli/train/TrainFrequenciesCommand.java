package org.courant.cli.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.corpus.DailyLists;
import org.courant.cli.corpus.DataFolder;
import org.courant.cli.corpus.ForumTopics;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.block.FrequencyCounter;
import org.courant.enrich.block.FrequencyTable;
import org.courant.service.CannotStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code courant train frequencies}. */
@Command(
        name = "frequencies",
        description = {
            "Counts in how many papers of arXiv's daily lists and opening posts of forum topics each three-word shingle"
                    + " stands, and writes the table of common ones. The same data give the same bytes.",
            "The table that ships is enrich/src/main/resources/org/courant/enrich/block/frequencies.bin. Another"
                    + " table makes other block keys: replay after replacing it."
        },
        footerHeading = "%nExamples:%n",
        footer = "  courant train frequencies --data ../shared/data --to frequencies.bin")
final class TrainFrequenciesCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder of captured data, with " + "arxiv/ and discourse/")
    private Path data = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "where to write the table")
    private Path to = Path.of("");

    @Option(
            names = "--threshold",
            paramLabel = "N",
            defaultValue = "3",
            description = "documents in which a common shingle stands, at least (default: ${DEFAULT-VALUE})")
    private int threshold;

    TrainFrequenciesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataFolder folder = DataFolder.at(data);
        FrequencyCounter counter = new FrequencyCounter();
        DailyLists.papers(DailyLists.deliveries(folder)).stream()
                .map(Paper::text)
                .forEach(counter::add);
        ForumTopics.texts(folder).forEach(counter::add);
        FrequencyTable table = counter.table(threshold);
        if (table.header().documents() == 0) {
            throw new CannotStart(data + " holds neither " + DailyLists.FILES + " nor " + ForumTopics.FILE);
        }
        write(table);
        console.err()
                .println(table.size() + " common shingles of " + table.header().documents() + " documents in " + to);
        return ExitCode.DONE;
    }

    private void write(FrequencyTable table) {
        try (OutputStream out = Files.newOutputStream(to)) {
            table.write(out);
        } catch (IOException refused) {
            throw new CannotStart(to + " cannot be written: " + refused.getMessage(), refused);
        }
    }
}
