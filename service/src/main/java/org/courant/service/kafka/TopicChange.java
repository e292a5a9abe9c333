package org.courant.service.kafka;

import java.util.List;
import java.util.Optional;
import org.courant.schemas.topic.Topic;

/** What has to be done to a topic so that Courant can use it. */
public sealed interface TopicChange {
    String REMEDY = "run: courant topics apply";

    Topic<?> topic();

    /** What is wrong and what mends it; empty where nothing is. */
    Optional<String> problem();

    /** It is as it must be. */
    record None(Topic<?> topic) implements TopicChange {
        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }

    /** It is missing. */
    record Create(Topic<?> topic) implements TopicChange {
        @Override
        public Optional<String> problem() {
            return Optional.of("topic " + topic.name() + " is missing; " + REMEDY);
        }
    }

    /** Its configuration differs. */
    record Reconfigure(Topic<?> topic, List<String> differences) implements TopicChange {
        public Reconfigure {
            differences = List.copyOf(differences);
        }

        @Override
        public Optional<String> problem() {
            return Optional.of("topic " + topic.name() + ": " + String.join("; ", differences) + "; " + REMEDY);
        }
    }

    /** It has another number of partitions, which would part keys that must meet; only the operator can decide. */
    record WrongPartitions(Topic<?> topic, int actual) implements TopicChange {
        @Override
        public Optional<String> problem() {
            return Optional.of(
                    "topic %s has %d partitions, settings say %d; set topics.partitions to %d or choose another topics.prefix"
                            .formatted(topic.name(), actual, topic.partitions(), actual));
        }
    }
}
