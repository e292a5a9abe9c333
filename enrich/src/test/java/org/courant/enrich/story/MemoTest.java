package org.courant.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {
    private final List<String> asked = new ArrayList<>();
    private final Memo<String, Integer> lengths = new Memo<>(
            text -> {
                asked.add(text);
                return text.length();
            },
            String::length);

    @Test
    void theSameQuestionIsAnsweredOnce() {
        assertThat(lengths.of("paper")).isEqualTo(5);
        assertThat(lengths.of("post")).isEqualTo(4);
        assertThat(lengths.of("paper")).isEqualTo(5);

        assertThat(asked).containsExactly("paper", "post");
    }

    @Test
    void whatWasAskedLongAgoAndWhatIsLongIsWorkedOutAgain() {
        String book = "long ".repeat(10_000);
        IntStream.range(0, 1_000).forEach(i -> lengths.of("text " + i));
        lengths.of(book);
        asked.clear();

        assertThat(lengths.of("text 0")).isEqualTo(6);
        assertThat(lengths.of("text 999")).isEqualTo(8);
        assertThat(lengths.of(book)).isEqualTo(book.length());

        assertThat(asked).containsExactly("text 0", book);
    }
}
