package org.courant.lab.faults.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.courant.lab.faults.schedule.Fault.Kill;
import org.courant.lab.faults.schedule.Fault.Pause;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final int SEEDS = 200;

    private static final Options OPTIONS = new Options(
            20,
            Duration.ofSeconds(10),
            List.of("ingest-1", "ingest-2", "enrich-1", "enrich-2", "publish-1", "publish-2"),
            3,
            true,
            List.of("enrich-1"),
            true);

    @Test
    void aSeedGivesTheSameScheduleEachTimeAndAnotherSeedAnother() {
        assertThat(Schedule.draw(OPTIONS, 7)).isEqualTo(Schedule.draw(OPTIONS, 7));
        assertThat(Schedule.draw(OPTIONS, 7)).isNotEqualTo(Schedule.draw(OPTIONS, 8));
    }

    @Test
    void everyScheduleHasAsManyKillsAsWereAskedForInTheOrderOfTheirTimes() {
        LongStream.range(0, SEEDS)
                .mapToObj(seed -> Schedule.draw(OPTIONS, seed))
                .forEach(steps -> {
                    assertThat(steps.stream().filter(step -> step.fault() instanceof Kill))
                            .hasSize(20);
                    assertThat(steps.stream().map(Step::at)).isSorted();
                });
    }

    @Test
    void aProcessThatIsDownOrPausedIsLeftAlone() {
        LongStream.range(0, SEEDS)
                .mapToObj(seed -> Schedule.draw(OPTIONS, seed))
                .forEach(steps -> {
                    Map<String, Duration> until = new HashMap<>();
                    for (Step step : steps) {
                        String target = target(step.fault());
                        if (!target.isEmpty()) {
                            assertThat(step.at()).isGreaterThanOrEqualTo(until.getOrDefault(target, Duration.ZERO));
                            until.put(target, step.at().plus(step.fault().lasts()));
                        }
                    }
                });
    }

    @Test
    void everyKindOfFaultIsDrawn() {
        Set<Class<?>> kinds = new HashSet<>();
        LongStream.range(0, SEEDS)
                .forEach(seed -> Schedule.draw(OPTIONS, seed)
                        .forEach(step -> kinds.add(step.fault().getClass())));
        assertThat(kinds).containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
    }

    private static String target(Fault fault) {
        if (fault instanceof Kill kill) {
            return kill.target();
        }
        return fault instanceof Pause pause ? pause.target() : "";
    }
}
