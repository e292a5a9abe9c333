package org.courant.lab.faults.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.StreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * Each client of the stream gets each committed change of the entries once, in the order of its partition, over all of
 * its connections; the id of an event is the position after it.
 */
final class StreamsOnce implements Invariant {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "streams-once";
    }

    @Override
    public List<Violation> violations(Run run) {
        Map<String, List<StreamEvent>> byClient = new LinkedHashMap<>();
        run.history()
                .streams()
                .forEach(event -> byClient.computeIfAbsent(event.client(), client -> new ArrayList<>())
                        .add(event));
        Map<Integer, NavigableMap<Long, KeyedRecord>> log = new TreeMap<>();
        run.faulty().committed(run.topics().digestEntries().name()).stream()
                .filter(record -> !run.faulty().isPoison(record))
                .forEach(record -> log.computeIfAbsent(record.partition(), partition -> new TreeMap<>())
                        .put(record.raw().offset(), record));
        List<Violation> found = new ArrayList<>();
        byClient.forEach((client, events) -> judge(client, events, log, found));
        return found;
    }

    private void judge(
            String client,
            List<StreamEvent> events,
            Map<Integer, NavigableMap<Long, KeyedRecord>> log,
            List<Violation> found) {
        Map<Integer, Long> position = null;
        for (StreamEvent event : events) {
            String place = client + " connection " + event.connection() + " to " + event.server() + " id " + event.id();
            Map<Integer, Long> after = position(event.id());
            boolean isChange = event.event().equals("upsert") || event.event().equals("withdraw");
            if (position == null) {
                // The first event of a client says where it begins.
                position = isChange || after == null ? new TreeMap<>() : after;
            }
            if (event.event().equals("reset")) {
                found.add(violation(Kind.DOUBLED, place, "the stream begins anew though the topic is the same"));
                position = new TreeMap<>();
            } else if (isChange && after == null) {
                found.add(violation(Kind.DIFFERENT, place, "the id is no position"));
            } else if (isChange) {
                advance(place, event, position, after, log, found);
            }
        }
        if (position != null) {
            missing(client, position, log, found);
        }
    }

    private void advance(
            String place,
            StreamEvent event,
            Map<Integer, Long> position,
            @Nullable Map<Integer, Long> after,
            Map<Integer, NavigableMap<Long, KeyedRecord>> log,
            List<Violation> found) {
        Map<Integer, Long> before = Map.copyOf(position);
        if (after == null) {
            return;
        }
        for (Map.Entry<Integer, Long> next : after.entrySet()) {
            long from = before.getOrDefault(next.getKey(), 0L);
            NavigableMap<Long, KeyedRecord> records = log.getOrDefault(next.getKey(), new TreeMap<>());
            if (next.getValue() < from) {
                found.add(violation(Kind.DOUBLED, place, "the position goes back from " + before));
            }
            records.subMap(from, Math.max(from, next.getValue())).values().stream()
                    .filter(record -> !isOf(event, record) || record.raw().offset() != next.getValue() - 1)
                    .forEach(record -> found.add(violation(
                            Kind.LOST, record.place(), client(event) + " was led past it at id " + event.id())));
            position.put(next.getKey(), Math.max(from, next.getValue()));
        }
        Optional<KeyedRecord> told = after.entrySet().stream()
                .flatMap(next ->
                        Optional.ofNullable(
                                log.getOrDefault(next.getKey(), new TreeMap<>()).get(next.getValue() - 1))
                                .stream())
                .filter(record -> isOf(event, record))
                .filter(record -> record.raw().offset() >= before.getOrDefault(record.partition(), 0L))
                .findFirst();
        if (told.isEmpty()) {
            found.add(violation(
                    Kind.ABORTED, place, "tells of '" + id(event) + "', which is no committed record before this id"));
        }
    }

    private void missing(
            String client,
            Map<Integer, Long> position,
            Map<Integer, NavigableMap<Long, KeyedRecord>> log,
            List<Violation> found) {
        log.forEach((partition, records) -> records.tailMap(position.getOrDefault(partition, 0L))
                .values()
                .forEach(record -> found.add(violation(Kind.LOST, record.place(), client + " never got it"))));
    }

    private static String client(StreamEvent event) {
        return event.client();
    }

    private static boolean isOf(StreamEvent event, KeyedRecord record) {
        return id(event).equals(record.key())
                && (event.event().equals("withdraw")
                        ? record.isTombstone()
                        : record.value() != null
                                && EntryJson.difference(json(event), record.value())
                                        .isEmpty());
    }

    private static String id(StreamEvent event) {
        return json(event).path("entryId").asText();
    }

    private static JsonNode json(StreamEvent event) {
        try {
            return JSON.readTree(event.data());
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }

    /** Offsets by partition of {@code 0:123,1:98}; null where it is anything else. */
    private static @Nullable Map<Integer, Long> position(@Nullable String id) {
        if (id == null || !id.matches("\\d{1,9}:\\d{1,18}(,\\d{1,9}:\\d{1,18})*")) {
            return null;
        }
        Map<Integer, Long> position = new TreeMap<>();
        for (String part : id.split(",", -1)) {
            int colon = part.indexOf(':');
            position.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
        }
        return position;
    }

    private Violation violation(Kind kind, String place, String detail) {
        return new Violation(kind, name(), place, detail);
    }
}
