package org.courant.service.registry;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.courant.schemas.serde.RegistrySchema;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** Compares the schemas in the registry with those of this build, and registers what is new. */
public final class SchemaAdmin {
    /** Old readers read new records and new readers old ones, over all versions. */
    public static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final Connection connection;
    private final SchemaRegistryClient registry;

    public SchemaAdmin(Connection connection) {
        this.connection = connection;
        this.registry = new CachedSchemaRegistryClient(
                List.of(connection.registryUrl().split(",")), 100, connection.registry());
    }

    /** How the subject of each topic stands, in the order of the flow. */
    public List<SubjectState> plan() {
        return topics().stream().map(this::state).toList();
    }

    /**
     * Sets the compatibility of every subject and registers the schemas of this build.
     *
     * @return how the subjects stood before
     */
    public List<SubjectState> register() {
        List<SubjectState> before = plan();
        before.stream()
                .filter(state -> !(state instanceof SubjectState.Incompatible))
                .forEach(state -> ask(() -> {
                    registry.updateConfig(state.subject(), new Config(COMPATIBILITY));
                    return registry.register(
                            state.subject(), RegistrySchema.of(state.topic().valueType()));
                }));
        return before;
    }

    /**
     * Makes sure that a service can write and read.
     *
     * @throws CannotStart if the registry does not answer or lacks a schema
     */
    public static void require(Connection connection) {
        if (connection.registryUrl().startsWith("mock://")) {
            return;
        }
        List<String> problems = new SchemaAdmin(connection)
                .plan().stream()
                        .map(SubjectState::problem)
                        .flatMap(Optional::stream)
                        .toList();
        if (!problems.isEmpty()) {
            throw new CannotStart(String.join(System.lineSeparator(), problems));
        }
    }

    private SubjectState state(Topic<?> topic) {
        return ask(() -> {
            if (!registry.getAllSubjects().contains(topic.subject())) {
                return new SubjectState.Missing(topic);
            }
            if (isRegistered(topic)) {
                return new SubjectState.Registered(topic);
            }
            List<String> reasons =
                    registry.testCompatibilityVerbose(topic.subject(), RegistrySchema.of(topic.valueType()));
            return reasons.isEmpty() ? new SubjectState.Missing(topic) : new SubjectState.Incompatible(topic, reasons);
        });
    }

    private boolean isRegistered(Topic<?> topic) throws IOException, RestClientException {
        try {
            return registry.getVersion(topic.subject(), RegistrySchema.of(topic.valueType())) > 0;
        } catch (RestClientException unknown) {
            if (unknown.getStatus() == 404) {
                return false;
            }
            throw unknown;
        }
    }

    private List<Topic<?>> topics() {
        return connection.topics().all().stream()
                .<Topic<?>>map(topic -> topic)
                .filter(Topic::hasSchema)
                .toList();
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException | RestClientException failed) {
            throw new CannotStart(
                    "the schema registry at %s does not answer as it should (%s); check registry.url and that it runs"
                            .formatted(connection.registryUrl(), failed.getMessage()),
                    failed);
        }
    }
}
