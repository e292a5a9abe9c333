package org.courant.schemas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LowerCaseTest {
    @Test
    void itIsThatOfTheJdkForEveryCharacterAndWhateverStandsAroundIt() {
        for (String around : List.of("", "a", "\u03a3", "\u0130")) {
            for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
                String text = around + Character.toString(point) + around;
                if (!LowerCase.of(text).equals(text.toLowerCase(Locale.ROOT))) {
                    assertThat(LowerCase.of(text)).as("U+%04X", point).isEqualTo(text.toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}
