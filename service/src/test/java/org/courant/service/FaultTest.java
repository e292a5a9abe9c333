package org.courant.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultTest {
    @Test
    void aTruncatedRecordIsItsOwnFault() {
        assertThat(Fault.whileReading(wrapped(new EOFException()))).isEqualTo(Fault.RECORD);
        assertThat(Fault.whileReading(wrapped(new AvroRuntimeException("Malformed data"))))
                .isEqualTo(Fault.RECORD);
        assertThat(Fault.whileReading(new SerializationException("Unknown magic byte!")))
                .isEqualTo(Fault.RECORD);
    }

    @ParameterizedTest
    @ValueSource(ints = {40401, 40402, 40403})
    void aSchemaIdThatTheRegistryNeverGaveOutIsTheFaultOfTheRecord(int code) {
        assertThat(Fault.whileReading(wrapped(new RestClientException("Schema 7 not found", 404, code))))
                .isEqualTo(Fault.RECORD);
    }

    @Test
    void aSchemaThatIsMissingWhileWritingWasNotRegistered() {
        assertThat(Fault.whileWriting(wrapped(new RestClientException("Schema not found", 404, 40403))))
                .isEqualTo(Fault.WORLD);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 502, 503})
    void anyOtherAnswerOfTheRegistryIsAnOutage(int status) {
        assertThat(Fault.whileReading(wrapped(new RestClientException("no", status, status))))
                .isEqualTo(Fault.WORLD);
    }

    @Test
    void noAnswerOfTheRegistryIsAnOutage() {
        assertThat(Fault.whileReading(wrapped(new SocketTimeoutException()))).isEqualTo(Fault.WORLD);
        assertThat(Fault.whileReading(new TimeoutException("Error deserializing")))
                .isEqualTo(Fault.WORLD);
        assertThat(Fault.whileReading(new InvalidConfigurationException("Unauthorized")))
                .isEqualTo(Fault.WORLD);
    }

    @Test
    void aBrokenStoreIsNoFaultOfTheRecord() {
        assertThat(Fault.whileWriting(new StreamsException(new ProcessorStateException("disk full"))))
                .isEqualTo(Fault.WORLD);
    }

    private static Exception wrapped(Exception cause) {
        return new SerializationException("Error deserializing Avro message for id 7", cause);
    }
}
