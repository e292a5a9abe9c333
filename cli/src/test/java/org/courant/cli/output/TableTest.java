package org.courant.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table =
            new Table(List.of("topic", "nextPoll"), List.of(List.of("größer · ∂x", 7), List.of("b", 1200)));

    @Test
    void columnsAreAlignedAndNumbersStandToTheRight() {
        assertThat(table.lines())
                .containsExactly(
                        "TOPIC        NEXT POLL", //
                        "größer · ∂x          7",
                        "b                 1200");
    }

    @Test
    void programsSeeTheNamesOfTheColumnsAndNumbersAsNumbers() {
        StringWriter out = new StringWriter();
        OutputOption.print(table.records(), new PrintWriter(out, true));

        assertThat(out.toString().strip())
                .isEqualTo("[{\"topic\":\"größer · ∂x\",\"nextPoll\":7},{\"topic\":\"b\",\"nextPoll\":1200}]");
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of("only one"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
