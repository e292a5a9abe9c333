package org.courant.cli.run;

import java.time.Duration;
import org.courant.cli.ExitCode;
import org.courant.cli.process.Running;
import org.courant.cli.process.StopSignal;
import org.courant.service.Service;
import org.courant.service.health.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service until the process is told to stop, or until only a restart can help it. */
final class ServiceRun {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRun.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private ServiceRun() {}

    /** Starts something that belongs to a running service, and may not be able to. */
    interface Companion {
        AutoCloseable start();
    }

    /**
     * Starts the service, then its companion, and waits.
     *
     * @param companion serves the health of the service, or does nothing
     * @return 0 if it was told to stop; 1 if the service has died, so that whoever watches the process starts it anew
     */
    static int until(StopSignal stop, Service service, Companion companion) {
        try (Running running = new Running()) {
            running.add(service).start();
            running.add(companion.start());
            LOG.info("{} is started", service.name());
            while (!stop.await(BETWEEN_LOOKS)) {
                Health health = service.health();
                if (!health.live()) {
                    LOG.error("stopping: {}", health.detail());
                    return ExitCode.FAILED;
                }
            }
            return ExitCode.DONE;
        }
    }
}
