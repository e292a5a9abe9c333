package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a source delivered and cannot become an item is a dead letter once; where the undisturbed run read the sources
 * too, it put aside the same, to the byte.
 */
final class RejectedOnce implements Invariant {
    private record Rejected(
            String source, @Nullable Bytes key, @Nullable Bytes value) {
        static Rejected of(KeyedRecord letter) {
            return new Rejected(
                    DeadLetters.header(letter, DeadLetterHeaders.SOURCE),
                    letter.raw().key(),
                    letter.raw().value());
        }
    }

    @Override
    public String name() {
        return "rejected-once";
    }

    @Override
    public List<Violation> violations(Run run) {
        String topic = run.topics().deadLetters().name();
        boolean comparable = !run.undisturbed()
                .committed(run.topics().sourceCursors().name())
                .isEmpty();
        Set<Rejected> expected =
                fromSources(run.undisturbed(), topic).stream().map(Rejected::of).collect(Collectors.toSet());
        Set<Rejected> known = new HashSet<>();
        List<Violation> found = new ArrayList<>();
        for (KeyedRecord letter : fromSources(run.faulty(), topic)) {
            Rejected rejected = Rejected.of(letter);
            if (!known.add(rejected)) {
                found.add(new Violation(Kind.DOUBLED, name(), letter.place(), "the same stands there already"));
            } else if (comparable && !expected.contains(rejected)) {
                found.add(new Violation(
                        Kind.DIFFERENT, name(), letter.place(), "the undisturbed run put no such thing aside"));
            }
        }
        expected.stream()
                .filter(rejected -> comparable && !known.contains(rejected))
                .forEach(rejected -> found.add(new Violation(
                        Kind.LOST,
                        name(),
                        topic + " key '" + rejected.key() + "'",
                        "the undisturbed run put it aside")));
        return found;
    }

    private static List<KeyedRecord> fromSources(Logs logs, String topic) {
        return logs.committed(topic).stream()
                .filter(letter ->
                        !DeadLetters.header(letter, DeadLetterHeaders.SOURCE).isEmpty())
                .toList();
    }
}
