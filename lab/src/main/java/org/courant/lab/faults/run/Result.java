package org.courant.lab.faults.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.courant.lab.faults.check.Verdict;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.Event;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.schemas.topic.Topics;

/**
 * What counts of one run when many are added up; a line of JSON in a file.
 *
 * @param began ISO 8601
 * @param aborted records that only a reader of uncommitted ones saw
 * @param gaps by fault, such as {@code kill enrich}: milliseconds from each to the next output, -1 where none came
 * @param violations by kind
 */
record Result(
        long seed,
        int brokers,
        String began,
        long aborted,
        Map<String, List<Long>> gaps,
        Map<String, Long> violations) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Result of(RunSettings settings, Topics topics, RecordedHistory faulty, Verdict verdict) {
        Map<String, Long> violations = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            if (verdict.count(kind) > 0) {
                violations.put(kind.name(), verdict.count(kind));
            }
        }
        return new Result(
                settings.seed(),
                settings.brokers(),
                faulty.begin().toString(),
                verdict.witness().aborted().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                gaps(faulty, topics.digestEntries().name()),
                violations);
    }

    /** Those of a file, in its order. */
    static List<Result> read(Path file) throws IOException {
        List<Result> results = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            results.add(JSON.readValue(line, Result.class));
        }
        return results;
    }

    void append(Path file) throws IOException {
        Files.writeString(
                file,
                JSON.writeValueAsString(this) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static Map<String, List<Long>> gaps(RecordedHistory history, String topic) {
        TreeSet<Instant> outputs = new TreeSet<>();
        history.observations().stream()
                .filter(each -> each.topic().equals(topic))
                .forEach(each -> outputs.add(each.at()));
        Map<String, List<Long>> gaps = new TreeMap<>();
        for (Event event : history.events()) {
            String fault = fault(event);
            if (!fault.isEmpty()) {
                Instant next = outputs.higher(event.at());
                gaps.computeIfAbsent(fault, any -> new ArrayList<>())
                        .add(
                                next == null
                                        ? -1L
                                        : Duration.between(event.at(), next).toMillis());
            }
        }
        return gaps;
    }

    /** Such as {@code kill enrich}; empty for what is no fault. */
    private static String fault(Event event) {
        String target = event.target().replaceAll("-\\d+$", "");
        return switch (event.kind()) {
            case KILL -> "kill " + target;
            case PAUSE -> "pause " + target;
            case LOSE_STATE -> "local state of " + target + " lost";
            case SCALE_DOWN -> "one " + target + " fewer";
            case SCALE_UP -> "one " + target + " more";
            case CUT -> "connections cut";
            case DELAY -> "connections slow";
            case HALF_OPEN -> "connections half open";
            case POISON -> "poison on " + target.replaceAll("^.*\\.", "");
            case FILL_DISK -> "disk of " + target + " full";
            case UPSTREAM -> "source fails: " + event.detail().toLowerCase(Locale.ROOT);
            case CLOCK -> "clock of " + target + " off";
            case START, RESUME, HEAL, FREE_DISK, HEALED, CALM -> "";
        };
    }
}
