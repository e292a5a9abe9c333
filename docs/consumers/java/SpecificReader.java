import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.courant.schemas.DigestEntry;

/** {@code GenericReader} with values of the class {@code DigestEntry}. */
class SpecificReader {
    static final Map<String, String> ENV = System.getenv();
    static final String TOPIC = ENV.getOrDefault("TOPIC", "courant.digest-entries");
    static final Map<String, Object> SETTINGS = Map.of(
            "bootstrap.servers", ENV.getOrDefault("KAFKA", "localhost:9092"),
            "schema.registry.url", ENV.getOrDefault("REGISTRY", "http://localhost:8081/apis/ccompat/v7"),
            "key.deserializer", StringDeserializer.class,
            "value.deserializer", KafkaAvroDeserializer.class,
            "specific.avro.reader", true, // values of the class that was made of DigestEntry.avsc
            "allow.auto.create.topics", false,
            "isolation.level", "read_committed"); // nothing of a transaction that was aborted

    public static void main(String[] args) {
        // Avro makes records only of classes that it has been told to trust.
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.courant.schemas");
        try (var consumer = new KafkaConsumer<String, DigestEntry>(SETTINGS)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new IllegalStateException("there is no topic " + TOPIC);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);

            var digest = new TreeMap<String, DigestEntry>();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var change : consumer.poll(Duration.ofSeconds(1))) {
                    apply(change, digest);
                }
            }
            digest.values().forEach(System.out::println);

            while (List.of(args).contains("--follow")) {
                for (var change : consumer.poll(Duration.ofSeconds(1))) {
                    apply(change, digest);
                    System.out.println(change.value() != null ? change.value() : withdrawn(change.key()));
                }
            }
        }
    }

    static void apply(ConsumerRecord<String, DigestEntry> change, Map<String, DigestEntry> digest) {
        if (change.value() == null) {
            digest.remove(change.key()); // a tombstone withdraws the entry
        } else {
            digest.put(change.key(), change.value()); // the newest value of a key is the entry
        }
    }

    static String withdrawn(String entryId) {
        return GenericData.get().toString(Map.of("withdrawn", entryId));
    }
}
