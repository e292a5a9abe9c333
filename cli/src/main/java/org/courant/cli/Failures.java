package org.courant.cli;

import org.courant.embedded.EmbeddedException;
import org.courant.service.CannotStart;
import org.courant.service.settings.InvalidSettings;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message for a person and an exit code; a stack trace only where one was asked for. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (isDebug(parsed)) {
            failure.printStackTrace(console.err());
        }
        if (failure instanceof InvalidSettings invalid) {
            invalid.problems().forEach(this::say);
            return ExitCode.BAD_USAGE;
        }
        if (failure instanceof CannotStart || failure instanceof EmbeddedException) {
            say(String.valueOf(failure.getMessage()));
            return ExitCode.FAILED;
        }
        say("unexpected: " + failure + "; this is a bug in Courant"
                + (isDebug(parsed) ? "" : " (--debug prints where it happened)"));
        return ExitCode.FAILED;
    }

    @Override
    public int handleParseException(ParameterException bad, String[] arguments) {
        if (arguments.length == 0) {
            bad.getCommandLine().usage(console.err());
            return ExitCode.BAD_USAGE;
        }
        say(String.valueOf(bad.getMessage()));
        UnmatchedArgumentException.printSuggestions(bad, console.err());
        CommandLine command = bad.getCommandLine();
        console.err().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.BAD_USAGE;
    }

    private void say(String message) {
        message.lines().forEach(line -> console.err().println("courant: " + line));
    }

    private static boolean isDebug(ParseResult parsed) {
        return parsed.matchedOptionValue("--debug", false) || (parsed.hasSubcommand() && isDebug(parsed.subcommand()));
    }
}
