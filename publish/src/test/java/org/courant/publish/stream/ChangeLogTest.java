package org.courant.publish.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.courant.publish.Stories;
import org.courant.publish.view.EntryChange;
import org.courant.publish.view.Position;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class ChangeLogTest {
    private final ChangeLog log = new ChangeLog(50);

    @RepeatedTest(100)
    void fromWhereverAClientStartsItMissesNothingAndHearsNothingTwice(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<EntryChange> changes = new ArrayList<>();
        List<Position> positions = new ArrayList<>(List.of(Position.START));
        long[] next = new long[3];
        for (int i = 0; i < 120; i++) {
            int partition = random.nextInt(3);
            next[partition] += 1 + random.nextInt(3);
            changes.add(change(partition, next[partition]));
            positions.add(positions.get(i).after(partition, next[partition]));
            log.append(changes.get(i));
            log.append(changes.get(random.nextInt(i + 1)));
        }
        int start = random.nextInt(positions.size());
        Position position = positions.get(start);
        OptionalLong number = log.startFor(position);
        assertThat(number.isPresent()).isEqualTo(start >= 120 - 50);
        if (number.isPresent()) {
            assertThat(told(position, number.getAsLong()))
                    .isEqualTo(changes.subList(start, changes.size()).stream()
                            .map(ChangeLogTest::name)
                            .toList());
        }
    }

    @Test
    void aTopicThatIsShorterThanItWasIsAnotherTopic() {
        log.append(change(0, 5));
        log.reopen(Position.of(Map.of(0, 6L)));
        assertThat(log.epoch()).isZero();
        log.reopen(Position.of(Map.of(0, 2L)));
        assertThat(log.epoch()).isEqualTo(1);
        log.append(change(0, 0));
        assertThat(told(Position.START, log.startFor(Position.START).orElseThrow()))
                .containsExactly("0:0");
    }

    @Test
    void positionsAreReadAsTheyAreWritten() {
        Position position = Position.of(Map.of(1, 98L, 0, 123L));
        assertThat(position).hasToString("0:123,1:98");
        assertThat(Position.parse("0:123,1:98")).contains(position);
        assertThat(Position.parse(Position.START.toString()).orElseThrow().next(7))
                .isZero();
        for (String none : List.of("", "1", "0:1,", "a:1", "0:-1", "0:1;1:2", "0:99999999999999999999", "0:1\n")) {
            assertThat(Position.parse(none)).as(none).isEmpty();
        }
    }

    private List<String> told(Position from, long start) {
        List<String> told = new ArrayList<>();
        Position position = from;
        long number = start;
        ChangeLog.Numbered found = log.at(number);
        while (found != null) {
            assertThat(found.number()).isEqualTo(number);
            Frame frame = found.frame();
            if (position.isBefore(frame.partition(), frame.offset())) {
                told.add(frame.partition() + ":" + frame.offset());
                position = position.after(frame.partition(), frame.offset());
            }
            number++;
            found = log.at(number);
        }
        return told;
    }

    private static EntryChange change(int partition, long offset) {
        return new EntryChange("entry", null, partition, offset, Stories.MORNING);
    }

    private static String name(EntryChange change) {
        return change.partition() + ":" + change.offset();
    }
}
