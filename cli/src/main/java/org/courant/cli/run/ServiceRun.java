package org.courant.cli.run;

import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.process.Running;
import org.courant.cli.process.StopSignal;
import org.courant.service.Service;

/** Runs one service until the process is told to stop. */
final class ServiceRun {
    private ServiceRun() {}

    /** Starts something that belongs to a running service, and may not be able to. */
    interface Companion {
        AutoCloseable start();
    }

    /**
     * Starts the service, then its companion, and waits.
     *
     * @param companion serves the health of the service, or does nothing
     */
    static int until(StopSignal stop, Console console, Service service, Companion companion) {
        try (Running running = new Running()) {
            running.add(service).start();
            running.add(companion.start());
            console.err().println("courant: " + service.name() + " is started");
            stop.await();
            return ExitCode.DONE;
        }
    }
}
