package org.courant.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.courant.cli.output.OutputOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code courant version}. */
@Command(
        name = "version",
        description = "Tells which build this is.",
        footerHeading = "%nExamples:%n",
        footer = {"  courant version", "  courant version --output json"})
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OutputOption output = new OutputOption();

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Version version = Version.current();
        if (output.isJson()) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("courant", version.courant());
            values.put("kafka", version.kafka());
            values.put("java", version.java());
            OutputOption.print(values, console.out());
        } else {
            console.out()
                    .printf("courant %s (Kafka %s, Java %s)%n", version.courant(), version.kafka(), version.java());
        }
        return ExitCode.DONE;
    }
}
