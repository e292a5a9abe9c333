package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.Poison;
import org.courant.lab.faults.history.RecordedPartition;
import org.courant.schemas.topic.DeadLetterHeaders;

/**
 * Each poison record that a stage processes is a dead letter, once, with its key and value to the byte; no other record
 * of Kafka is. What ingest and the page read besides, their own state and the digest, they pass over.
 */
final class PoisonPutAside implements Invariant {
    @Override
    public String name() {
        return "poison-put-aside";
    }

    @Override
    public List<Violation> violations(Run run) {
        Map<String, List<KeyedRecord>> letters = new HashMap<>();
        for (KeyedRecord letter :
                run.faulty().committed(run.topics().deadLetters().name())) {
            letters.computeIfAbsent(DeadLetters.origin(letter), origin -> new ArrayList<>())
                    .add(letter);
        }
        Set<String> processed = Set.of(
                run.topics().sourceItems().name(),
                run.topics().stories().name(),
                run.topics().sourceStatus().name());
        List<Violation> found = new ArrayList<>();
        for (Poison poison : run.history().poison()) {
            if (!processed.contains(poison.topic())) {
                continue;
            }
            String origin = DeadLetters.position(poison.topic(), poison.partition(), poison.offset());
            found.addAll(judge(
                    run,
                    poison,
                    origin,
                    Optional.ofNullable(letters.remove(origin)).orElse(List.of())));
        }
        letters.values().stream()
                .flatMap(List::stream)
                .filter(letter ->
                        !DeadLetters.header(letter, DeadLetterHeaders.TOPIC).isEmpty())
                // The suite's own, though no broker acknowledged it.
                .filter(letter -> DeadLetters.header(letter, Logs.POISON).isEmpty())
                .map(letter -> new Violation(
                        Kind.INVENTED,
                        name(),
                        letter.place(),
                        "holds %s, which is no poison: %s"
                                .formatted(
                                        DeadLetters.origin(letter),
                                        DeadLetters.header(letter, DeadLetterHeaders.REASON))))
                .forEach(found::add);
        return found;
    }

    private List<Violation> judge(Run run, Poison poison, String origin, List<KeyedRecord> letters) {
        if (letters.size() != 1) {
            return List.of(new Violation(
                    letters.isEmpty() ? Kind.LOST : Kind.DOUBLED,
                    name(),
                    origin,
                    "poison (%s) stands in %d dead letters".formatted(poison.kind(), letters.size())));
        }
        KeyedRecord letter = letters.get(0);
        return record(run, poison)
                .filter(record -> !Objects.equals(record.key(), letter.raw().key())
                        || !Objects.equals(record.value(), letter.raw().value()))
                .map(record -> new Violation(
                        Kind.DIFFERENT,
                        name(),
                        letter.place(),
                        "key or value differ from those of %s (%s)".formatted(origin, poison.kind())))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<LogRecord> record(Run run, Poison poison) {
        return run.faulty().partitions(poison.topic()).stream()
                .filter(partition -> partition.partition() == poison.partition())
                .map(RecordedPartition::records)
                .flatMap(List::stream)
                .filter(record -> record.offset() == poison.offset())
                .findFirst();
    }
}
