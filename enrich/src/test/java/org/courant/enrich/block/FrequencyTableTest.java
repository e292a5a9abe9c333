package org.courant.enrich.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrequencyTableTest {
    @Test
    void theShippedTableKnowsThePhrasesOfAbstractsAndSaysWhereItComesFrom() {
        FrequencyTable shipped = FrequencyTable.shipped();

        assertThat(Arrays.stream(Shingles.of("state of the art"))).allMatch(shipped::isCommon);
        assertThat(Arrays.stream(Shingles.of("xylophones annotate seventeen walruses")))
                .noneMatch(shipped::isCommon);
        assertThat(shipped.header().documents()).isGreaterThan(10_000);
        assertThat(shipped.header().inputs()).matches("[0-9a-f]{64}");
        assertThat(shipped.size()).isGreaterThan(10_000);
    }

    @Test
    void aShingleIsCommonFromTheThresholdOn() {
        FrequencyCounter counter = new FrequencyCounter();
        counter.add("we propose a method");
        counter.add("we propose a model, we propose a model");

        FrequencyTable table = counter.table(2);

        assertThat(Arrays.stream(Shingles.of("we propose a"))).allMatch(table::isCommon);
        assertThat(Arrays.stream(Shingles.of("propose a model"))).noneMatch(table::isCommon);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        FrequencyCounter counter = new FrequencyCounter();
        String text = String.join(" ", new RandomTexts(1).words(5_000));
        counter.add(text);
        FrequencyTable written = counter.table(1);

        FrequencyTable read = FrequencyTable.read(new ByteArrayInputStream(bytes(written)));

        assertThat(read.header()).isEqualTo(written.header());
        assertThat(read.size()).isEqualTo(written.size());
        assertThat(Arrays.stream(Shingles.of(text)).allMatch(read::isCommon)).isTrue();
    }

    @Test
    void theOrderOfDocumentsChangesNothingButTheHashOfTheInputs() throws IOException {
        FrequencyCounter one = new FrequencyCounter();
        one.add("a b c d e");
        one.add("c d e f g");
        FrequencyCounter other = new FrequencyCounter();
        other.add("c d e f g");
        other.add("a b c d e");

        FrequencyTable first = one.table(1);
        FrequencyTable second = other.table(1);

        assertThat(first.header().inputs()).isNotEqualTo(second.header().inputs());
        byte[] left = bytes(first);
        byte[] right = bytes(second);
        int header = left.length - 20;
        assertThat(Arrays.copyOfRange(left, header, left.length))
                .isEqualTo(Arrays.copyOfRange(right, header, right.length));
    }

    @Test
    void anythingElseIsRefused() {
        byte[] text = "these are no bytes of a table".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FrequencyTable.read(new ByteArrayInputStream(text)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no frequency table");
    }

    @Test
    void aTableOfAnotherVersionIsRefused() throws IOException {
        byte[] table = bytes(FrequencyTable.empty());
        table[7] = 99;

        assertThatThrownBy(() -> FrequencyTable.read(new ByteArrayInputStream(table)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }

    private static byte[] bytes(FrequencyTable table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(out);
        return out.toByteArray();
    }
}
