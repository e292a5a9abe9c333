package org.courant.service;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;

/** Whose fault an exception is: that of the record, which another attempt cannot mend, or that of the world. */
public enum Fault {
    RECORD,
    WORLD;

    private static final int MAX_CAUSES = 20;

    /** For an exception while a record was read: a schema id that nobody knows is the fault of the record. */
    public static Fault whileReading(Throwable error) {
        return first(
                error,
                cause -> cause instanceof RestClientException answer
                        ? Optional.of(isUnknownSchema(answer) ? RECORD : WORLD)
                        : Fault.ofAny(cause));
    }

    /** For an exception while a record was made or written: a schema that is missing was not registered. */
    public static Fault whileWriting(Throwable error) {
        return first(error, cause -> cause instanceof RestClientException ? Optional.of(WORLD) : Fault.ofAny(cause));
    }

    /** What an exception comes from in the end: its last cause, itself if it has none. */
    public static Throwable rootOf(Throwable error) {
        return causesOf(error).reduce(error, (outer, inner) -> inner);
    }

    /** An exception and its causes, itself first; at most {@value #MAX_CAUSES}, since causes may form a circle. */
    public static Stream<Throwable> causesOf(Throwable error) {
        return Stream.<@Nullable Throwable>iterate(error, Objects::nonNull, cause -> cause.getCause())
                .limit(MAX_CAUSES)
                .map(Objects::requireNonNull);
    }

    /**
     * The registry's codes 40401 to 40403 say that it has never given out a schema id. A bare 404 comes from a proxy.
     */
    private static boolean isUnknownSchema(RestClientException answer) {
        return answer.getErrorCode() / 100 == 404;
    }

    private static Optional<Fault> ofAny(Throwable cause) {
        // Confluent's serializer reports an answer of the registry such as 401, 403 or 429 as a bad configuration.
        boolean world = cause instanceof RetriableException
                || cause instanceof InvalidConfigurationException
                || cause instanceof InterruptException
                || cause instanceof ProcessorStateException
                || cause instanceof InvalidStateStoreException
                // The end of a truncated record is an EOFException; any other comes from a connection.
                || (cause instanceof IOException && !(cause instanceof EOFException));
        return world ? Optional.of(WORLD) : Optional.empty();
    }

    private static Fault first(Throwable error, Function<Throwable, Optional<Fault>> judge) {
        return causesOf(error)
                .flatMap(cause -> judge.apply(cause).stream())
                .findFirst()
                .orElse(RECORD);
    }
}
