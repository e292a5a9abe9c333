package org.courant.cli.watch;

import java.time.InstantSource;
import org.courant.cli.Console;
import org.courant.cli.digest.EntryText;
import org.courant.cli.output.OutputOption;

/** Prints entries as they come, until nobody reads what is printed. */
final class EntryPrinter implements EntryStream.Taker {
    private final Console console;
    private final OutputOption output;
    private final EntryFilter filter;
    private final InstantSource time;
    private long printed;
    private long leftOut;
    private boolean closed;

    EntryPrinter(Console console, OutputOption output, EntryFilter filter, InstantSource time) {
        this.console = console;
        this.output = output;
        this.filter = filter;
        this.time = time;
    }

    @Override
    public void take(EntryRecord record, StartAt.Offsets next) {
        if (!record.entry().map(filter::accepts).orElse(filter.isEmpty())) {
            return;
        }
        printed++;
        if (output.isJson()) {
            OutputOption.print(record.values(next), console.out());
        } else {
            record.entry()
                    .ifPresentOrElse(
                            entry -> new EntryText(console, time.instant()).sectionAndEntry(entry),
                            () -> console.out().println("withdrawn: " + record.entryId() + System.lineSeparator()));
        }
        closed = console.out().checkError();
    }

    @Override
    public void leaveOut(String problem) {
        leftOut++;
        console.err().println("courant: " + problem + " and is left out");
    }

    @Override
    public boolean hasEnough() {
        return closed;
    }

    boolean hasPrinted() {
        return printed > 0;
    }

    /** Says how many records were left out, if any were. */
    void end() {
        if (leftOut > 0) {
            console.err().println("%,d %s could not be read".formatted(leftOut, leftOut == 1 ? "record" : "records"));
        }
    }
}
