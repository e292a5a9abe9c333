package org.courant.testkit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinearTimeTest {
    private static final List<AdversarialText> RUN = List.of(new AdversarialText("", "a.", ""));

    @Test
    void aFunctionThatLooksAtEachCharacterOncePasses() {
        assertThatCode(() -> require(text -> text.chars().forEach(character -> {})))
                .doesNotThrowAnyException();
    }

    @Test
    void aFunctionThatSearchesTheRestAtEachCharacterFails() {
        assertThatThrownBy(() ->
                        require(text -> Pattern.compile("a.*b").matcher(text).find()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("many 'a.'")
                .hasMessageContaining("for half of it");
    }

    @Test
    void aFunctionThatNeedsStackForEachUnitFails() {
        assertThatThrownBy(() -> require(text -> Pattern.matches("(?:[a-z]+\\.)*", text)))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void aFunctionThatThrowsFails() {
        assertThatThrownBy(() -> require(Integer::parseInt)).hasRootCauseInstanceOf(NumberFormatException.class);
    }

    @Test
    void everyTextHasTheLengthThatIsWanted() {
        assertThat(AdversarialText.all()).hasSizeGreaterThan(150).allSatisfy(text -> {
            assertThat(text.ofLength(65_536).length()).isBetween(65_000, 65_536);
            assertThat(text.ofLength(131_072).length()).isBetween(131_000, 131_072);
        });
    }

    private static void require(Consumer<String> function) {
        LinearTime.require(new TextFunction("function", function::accept), RUN);
    }
}
