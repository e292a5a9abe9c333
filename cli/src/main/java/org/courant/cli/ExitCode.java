package org.courant.cli;

/** The exit codes of every command; scripts may rely on them. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** Bad usage or configuration: trying again without a change is of no use. */
    public static final int BAD_USAGE = 2;

    public static final int NOTHING_TO_DO = 3;

    private ExitCode() {}
}
