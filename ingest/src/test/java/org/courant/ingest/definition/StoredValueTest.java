package org.courant.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.courant.schemas.Source;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.service.Fault;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a registry answers is judged alike by all services: ingest waits for it as enrich and publish do. */
final class StoredValueTest {
    private static final int SCHEMA_ID = 7;

    @ParameterizedTest
    @CsvSource({"401, 40101", "403, 40301", "404, 404", "429, 42901", "500, 50001", "502, 502", "503, 503"})
    void aRegistryThatRefusesOrFailsSaysNothingAboutTheValue(int status, int code) {
        try (HttpFixture registry = answering(status, code)) {
            Deserializer<Source> reader = reader(registry);

            assertThatThrownBy(() -> StoredValue.of(record(), reader))
                    .satisfies(
                            refused -> assertThat(Fault.whileReading(refused)).isEqualTo(Fault.WORLD));
            assertThat(registry.requests()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"404, 40401", "404, 40402", "404, 40403"})
    void aSchemaThatTheRegistryNeverGaveOutMakesTheValueUnreadable(int status, int code) {
        try (HttpFixture registry = answering(status, code)) {
            assertThat(StoredValue.of(record(), reader(registry))).isEmpty();
            assertThat(registry.requests()).isNotEmpty();
        }
    }

    private static HttpFixture answering(int status, int code) {
        return HttpFixture.start()
                .route(
                        "/schemas/ids/" + SCHEMA_ID,
                        HttpAnswer.of(status, "{\"error_code\":" + code + ",\"message\":\"no\"}"));
    }

    private static Deserializer<Source> reader(HttpFixture registry) {
        return new AvroSerdes(Map.of(
                        "schema.registry.url",
                        registry.uri("").toString(),
                        "auto.register.schemas",
                        false,
                        "max.retries",
                        0))
                .of(Source.class)
                .deserializer();
    }

    private static ConsumerRecord<byte[], byte[]> record() {
        byte[] value = ByteBuffer.allocate(10).put((byte) 0).putInt(SCHEMA_ID).array();
        return new ConsumerRecord<>("sources", 0, 0, new byte[] {'k'}, value);
    }
}
