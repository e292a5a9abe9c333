package org.courant.service.registry;

import java.util.List;
import java.util.Optional;
import org.courant.schemas.topic.Topic;

/** How the registry stands to the schema of a topic. */
public sealed interface SubjectState {
    Topic<?> topic();

    default String subject() {
        return topic().subject();
    }

    /** What is wrong and what mends it; empty where nothing is. */
    Optional<String> problem();

    /** It holds the schema of this build. */
    record Registered(Topic<?> topic) implements SubjectState {
        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }

    /** It does not hold the schema of this build, and would take it. */
    record Missing(Topic<?> topic) implements SubjectState {
        @Override
        public Optional<String> problem() {
            return Optional.of(
                    "subject " + subject() + " lacks the schema of this build; run: courant schemas register");
        }
    }

    /** It holds schemas that this build's is not compatible with. */
    record Incompatible(Topic<?> topic, List<String> reasons) implements SubjectState {
        public Incompatible {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(
                    "subject %s refuses the schema of this build: %s; use the build that wrote the topic, or another topics.prefix"
                            .formatted(subject(), String.join("; ", reasons)));
        }
    }
}
