package org.courant.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.courant.cli.ExitCode;
import org.courant.cli.process.StopSignal;
import org.courant.service.Service;
import org.courant.service.health.Health;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ServiceRunTest {
    @Test
    @Timeout(60)
    void aServiceThatOnlyARestartCanHelpIsClosedAndEndsTheProcessAsAFailure() {
        Dying service = new Dying();
        try (StopSignal stop = StopSignal.install()) {
            assertThat(ServiceRun.until(stop, service, () -> () -> {})).isEqualTo(ExitCode.FAILED);
        }
        assertThat(service.closed).hasValue(1);
    }

    /** Ready at the first look, dead at the second. */
    private static final class Dying implements Service {
        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public String name() {
            return "dying";
        }

        @Override
        public void start() {}

        @Override
        public Health health() {
            return looks.incrementAndGet() == 1 ? Health.ready("dying is running") : Health.dead("dying has stopped");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
