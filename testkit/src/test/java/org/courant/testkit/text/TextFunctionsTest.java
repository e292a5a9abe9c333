package org.courant.testkit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class TextFunctionsTest {
    private static final String PACKAGE = "org.courant.testkit.text";

    @Test
    void aFunctionWhoseParametersNobodyGivesIsAnError() {
        assertThatThrownBy(() -> TextFunctions.in(PACKAGE).all())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TextFunctions.except=needs a org.courant.testkit.text.TextFunctions");
    }

    @Test
    void anExceptionThatFitsNoFunctionAnyMoreIsAnError() {
        assertThatThrownBy(() -> TextFunctions.in("org.courant.schemas.identity")
                        .except("Doi.gone", "it was slow once")
                        .all())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("exceptions and bounds that fit nothing: [Doi.gone]");
    }

    @Test
    void functionsAreFoundByTheirParameters() throws Throwable {
        var functions = TextFunctions.in("org.courant.schemas.identity")
                .given(URI.class, URI.create("https://example.org/"))
                .except("ItemId.arxiv", "needs a paper")
                .all();
        assertThat(functions)
                .extracting(TextFunction::name)
                .contains("Doi.parse[String]", "CanonicalUrl.parse[String]");
        for (TextFunction function : functions) {
            function.body().accept("https://doi.org/10.1000/1");
        }
    }
}
