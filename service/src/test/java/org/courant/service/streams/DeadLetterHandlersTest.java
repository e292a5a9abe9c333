package org.courant.service.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeadLetterHandlersTest {
    private int punctuations;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), properties());
    private final TestInputTopic<byte[], byte[]> in =
            driver.createInputTopic("in", new ByteArraySerializer(), new ByteArraySerializer());
    private final TestOutputTopic<byte[], byte[]> out =
            driver.createOutputTopic("out", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    private final TestOutputTopic<byte[], byte[]> letters =
            driver.createOutputTopic("letters", new ByteArrayDeserializer(), new ByteArrayDeserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aRecordThatCannotBeReadIsKeptByteForByteAndTheNextOneIsProcessed() {
        send("k0", "unreadable");
        send("k1", "good");

        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.key()).isEqualTo("k0".getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo("unreadable".getBytes(UTF_8));
        assertThat(header(letter, "own")).isEqualTo("kept");
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("no record of ours");
        assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("test/deserialization");
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("in");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("0");
        assertThat(header(letter, DeadLetterHeaders.ATTEMPT)).isEqualTo("1");
        assertThat(out.readValue()).isEqualTo("good".getBytes(UTF_8));
        assertThat(meters.counter("courant.dead.letters", "stage", "test/deserialization")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRecordThatAProcessorThrowsAtIsKeptByteForByte() {
        send("k0", "unprocessable");
        send("k1", "good");

        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.value()).isEqualTo("unprocessable".getBytes(UTF_8));
        assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("test/work");
        assertThat(header(letter, DeadLetterHeaders.EXCEPTION)).isEqualTo(IllegalStateException.class.getName());
        assertThat(out.readValue()).isEqualTo("good".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "contradictory", "of another class"})
    void anErrorThatAProcessorThrowsAtARecordIsADeadLetterToo(String value) {
        send("k0", value);
        send("k1", "good");

        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.value()).isEqualTo(value.getBytes(UTF_8));
        assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("test/work");
        assertThat(header(letter, DeadLetterHeaders.REASON)).isNotBlank();
        assertThat(header(letter, DeadLetterHeaders.EXCEPTION))
                .startsWith("java.lang.")
                .doesNotContain("Failure");
        assertThat(out.readValue()).isEqualTo("good".getBytes(UTF_8));
        assertThat(letters.isEmpty()).isTrue();
    }

    @Test
    void anErrorThatADeserializerThrowsAtARecordIsADeadLetterToo() {
        send("k0", "nested too deep");
        send("k1", "good");

        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("test/deserialization");
        assertThat(header(letter, DeadLetterHeaders.EXCEPTION)).isEqualTo(StackOverflowError.class.getName());
        assertThat(out.readValue()).isEqualTo("good".getBytes(UTF_8));
    }

    @Test
    void aBrokenJvmIsNoFaultOfTheRecord() {
        assertThatThrownBy(() -> send("k0", "out of memory")).isInstanceOf(OutOfMemoryError.class);
        assertThat(letters.isEmpty()).isTrue();
    }

    @Test
    void aPunctuationThatFailsIsPassedOverAndTheNextOneComes() {
        for (int second = 0; second < 3; second++) {
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }

        assertThat(punctuations).isEqualTo(3);
        assertThat(meters.counter("courant.punctuations.failed", "stage", "test/clock")
                        .count())
                .isEqualTo(2);
        assertThat(letters.isEmpty()).isTrue();
        send("k1", "good");
        assertThat(out.readValue()).isEqualTo("good".getBytes(UTF_8));
    }

    @Test
    void aRecordWithNeitherKeyNorValueIsKeptToo() {
        in.pipeInput(new TestRecord<>(null, null));
        send("k1", "good");

        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(out.readValue()).isEqualTo("good".getBytes(UTF_8));
    }

    @Test
    void aResultThatIsTooLargeForItsTopicMakesADeadLetterOfItsCause() {
        send("k0", "far too large a value");

        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.value()).isEqualTo("far too large a value".getBytes(UTF_8));
        assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("test/serialization");
        assertThat(header(letter, DeadLetterHeaders.REASON)).contains("at most 16 fit");
        assertThat(out.isEmpty()).isTrue();
    }

    @Test
    void aRequeuedRecordThatFailsAgainCountsItsAttempts() {
        TestRecord<byte[], byte[]> requeued = record("k0", "unreadable");
        requeued.headers().add(DeadLetterHeaders.ATTEMPT, "2".getBytes(UTF_8));

        in.pipeInput(requeued);

        assertThat(header(letters.readRecord(), DeadLetterHeaders.ATTEMPT)).isEqualTo("3");
    }

    @Test
    void aRecordThatFitsIntoNoDeadLetterIsNamedAndTheNextOneIsProcessed() {
        send("k0", "x".repeat(StreamsSettings.MOST_LETTER_BYTES));
        send("k1", "good");

        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.key()).isEqualTo("k0".getBytes(UTF_8));
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "own")).isEqualTo("kept");
        assertThat(header(letter, DeadLetterHeaders.REASON)).contains("fits into no dead letter");
        assertThat(out.readValue()).isEqualTo("good".getBytes(UTF_8));
    }

    @Test
    void anUnreachableRegistryFailsTheTaskAndMakesNoDeadLetter() {
        assertThatThrownBy(() -> send("k0", "outage")).hasRootCauseInstanceOf(ConnectException.class);
        assertThat(letters.isEmpty()).isTrue();
    }

    private Topology topology() {
        StreamsBuilder builder = RecordGuard.builder();
        builder.stream(
                        "in",
                        Consumed.with(
                                        Serdes.String(),
                                        new GuardedSerde<>(
                                                Serdes.serdeFrom(Serdes.String().serializer(), reader())))
                                .withName("read"))
                .process(() -> new Clock(this::tick), Named.as("clock"))
                .mapValues(DeadLetterHandlersTest::process, Named.as("work"))
                .to("out", Produced.with(Serdes.String(), bounded()).withName("write"));
        return builder.build();
    }

    private static Deserializer<String> reader() {
        return (topic, bytes) -> {
            String text = bytes == null ? "null" : new String(bytes, UTF_8);
            return switch (text) {
                case "unreadable" ->
                    throw new SerializationException("outer", new IllegalStateException("no record of ours"));
                case "nested too deep" -> throw new StackOverflowError();
                case "outage" -> throw new SerializationException("outer", new ConnectException("refused"));
                default -> text;
            };
        };
    }

    private static String process(String text) {
        if (text.equals("unprocessable") || text.equals("null")) {
            throw new IllegalStateException("cannot " + text);
        }
        return switch (text) {
            case "endless" -> process(text) + ".";
            case "contradictory" -> throw new AssertionError("cannot be");
            case "of another class" -> (String) (Object) text.length();
            case "out of memory" -> throw new OutOfMemoryError("as planted");
            default -> text;
        };
    }

    /** The first punctuation fails by an error, the second by an exception, all others do not fail. */
    private void tick() {
        punctuations++;
        if (punctuations == 1) {
            throw new StackOverflowError();
        } else if (punctuations == 2) {
            throw new IllegalStateException("not now");
        }
    }

    private static final class Clock extends ContextualProcessor<String, String, String, String> {
        private final Runnable tick;

        Clock(Runnable tick) {
            this.tick = tick;
        }

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            Punctuations.every(Duration.ofSeconds(1), context, tick);
        }

        @Override
        public void process(Record<String, String> record) {
            context().forward(record);
        }
    }

    private static Serde<String> bounded() {
        return new BoundedSerde<>(Serdes.String(), 16);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.putAll(DeadLetterHandlers.settings("test", "letters", meters));
        return properties;
    }

    private void send(String key, String value) {
        in.pipeInput(record(key, value));
    }

    private static TestRecord<byte[], byte[]> record(String key, String value) {
        TestRecord<byte[], byte[]> record = new TestRecord<>(key.getBytes(UTF_8), value.getBytes(UTF_8));
        record.headers().add("own", "kept".getBytes(UTF_8));
        return record;
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
