package org.courant.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract evolves and never breaks: every schema reads, and is read by, every version ever released. Released
 * versions stand in {@code schemas/history/<version>}; a release adds its own with {@code -Dhistory.release=<version>}.
 */
class SchemaHistoryTest {
    private static final Path HISTORY = Path.of("history");

    static Stream<Topic<?>> topics() {
        return Topics.standard().all().stream().filter(Topic::hasSchema).map(topic -> topic);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everySchemaIsCompatibleWithEveryReleasedVersion(Topic<?> topic) throws IOException {
        Schema current = RegistrySchema.of(topic.valueType()).rawSchema();
        for (Path released : releasedVersionsOf(current)) {
            Schema old = new Schema.Parser().parse(Files.readString(released));
            assertCompatible(current, old, released);
            assertCompatible(old, current, released);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everySchemaHasBeenReleased(Topic<?> topic) throws IOException {
        Schema current = RegistrySchema.of(topic.valueType()).rawSchema();
        release(current);

        assertThat(releasedVersionsOf(current))
                .as("released versions of " + current.getName())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyRecordAndFieldIsDocumentedAndCanEvolve(Topic<?> topic) {
        check(RegistrySchema.of(topic.valueType()).rawSchema(), new HashSet<>());
    }

    @Test
    void theCheckNoticesAnIncompatibleChange() {
        Schema old = new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}");
        Schema broken = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"f\",\"type\":\"int\"}]}");

        assertThat(compatibility(broken, old)).isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    private static void check(Schema schema, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                    schema.getFields().forEach(field -> checkField(schema, field, seen));
                }
            }
            case ENUM ->
                assertThat(schema.getEnumDefault())
                        .as(schema.getFullName() + " default")
                        .isNotNull();
            case ARRAY -> check(schema.getElementType(), seen);
            case MAP -> check(schema.getValueType(), seen);
            case UNION -> {
                assertThat(schema.getTypes().get(0).getType()).as("null first").isEqualTo(Schema.Type.NULL);
                schema.getTypes().forEach(type -> check(type, seen));
            }
            default -> {
                // Primitive types carry no documentation.
            }
        }
    }

    private static void checkField(Schema record, Schema.Field field, Set<String> seen) {
        String name = record.getFullName() + "." + field.name();
        assertThat(field.doc()).as(name).isNotBlank();
        if (field.schema().isNullable()) {
            assertThat(field.hasDefaultValue()).as(name + " has a default").isTrue();
        }
        check(field.schema(), seen);
    }

    private static void assertCompatible(Schema reader, Schema writer, Path released) {
        assertThat(compatibility(reader, writer))
                .as("%s against %s", reader.getName(), released)
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static List<Path> releasedVersionsOf(Schema schema) throws IOException {
        try (Stream<Path> versions = Files.list(HISTORY)) {
            return versions.map(version -> version.resolve(schema.getName() + ".avsc"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static void release(Schema schema) throws IOException {
        String version = System.getProperty("history.release", "");
        if (!version.isEmpty()) {
            Path folder = Files.createDirectories(HISTORY.resolve(version));
            Files.writeString(
                    folder.resolve(schema.getName() + ".avsc"), SchemaFormatter.format("json/pretty", schema) + "\n");
        }
    }
}
