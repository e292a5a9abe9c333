package org.courant.lab.faults.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one run.
 *
 * @param seed of the schedule; 0 for the undisturbed run
 * @param begin when everything was up and the first fault was due
 * @param end when the recording was done
 * @param topics read after the calm, sorted by name
 * @param events in the order of their instants
 * @param observations in the order of their instants
 * @param positions in the order of their instants
 * @param streams by client, then in the order of their arrival
 * @param answers of every publish process
 * @param deliveries what the simulated world served; empty for the undisturbed run, whose items are copied
 * @param etiquette one line for each request that the world complains of
 * @param poison what the suite wrote
 * @param hung one line for each thing that did not come to rest
 * @param schemas of the registry, by id
 */
public record RecordedHistory(
        long seed,
        Instant begin,
        Instant end,
        List<RecordedTopic> topics,
        List<Event> events,
        List<Observation> observations,
        List<GroupPosition> positions,
        List<StreamEvent> streams,
        List<ApiAnswer> answers,
        List<Delivery> deliveries,
        List<String> etiquette,
        List<Poison> poison,
        List<String> hung,
        Map<Integer, String> schemas) {
    /** Nothing is known. */
    public static final RecordedHistory EMPTY = undisturbed(Instant.EPOCH, Instant.EPOCH, List.of(), Map.of());

    public RecordedHistory {
        topics = List.copyOf(topics);
        events = List.copyOf(events);
        observations = List.copyOf(observations);
        positions = List.copyOf(positions);
        streams = List.copyOf(streams);
        answers = List.copyOf(answers);
        deliveries = List.copyOf(deliveries);
        etiquette = List.copyOf(etiquette);
        poison = List.copyOf(poison);
        hung = List.copyOf(hung);
        schemas = Map.copyOf(schemas);
    }

    /** A run in which nothing was done to anybody: its topics are all that is recorded. */
    public static RecordedHistory undisturbed(
            Instant begin, Instant end, List<RecordedTopic> topics, Map<Integer, String> schemas) {
        return new RecordedHistory(
                0, begin, end, topics, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), schemas);
    }

    /** A topic by its name, prefix included. */
    public Optional<RecordedTopic> topic(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** When something happened first; the end where it never did. */
    public Instant at(EventKind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(Event::at)
                .findFirst()
                .orElse(end);
    }
}
