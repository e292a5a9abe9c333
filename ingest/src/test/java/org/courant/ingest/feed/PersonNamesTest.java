package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Roe",
                "Jane Roe <jane@roe.example>",
                "\"Jane Roe\" <jane@roe.example>",
                "Jane Roe (jane@roe.example)",
                "jane@roe.example (Jane Roe)",
                "mailto:jane@roe.example Jane Roe",
                "Jane Roe, jane@roe.example",
                "Jane Roe [jane@roe.example]"
            })
    void anAddressBesideANameIsNotShown(String author) {
        assertThat(PersonNames.of(author)).containsExactly("Jane Roe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jane@roe.example", "<jane@roe.example>", "mailto:jane@roe.example", " ; "})
    void anAddressAloneIsNobody(String author) {
        assertThat(PersonNames.of(author)).isEmpty();
    }

    @Test
    void severalNamesInOneElementAreApart() {
        assertThat(PersonNames.of("a@x.example (Jane Roe), b@x.example (Bo Doe)"))
                .containsExactly("Jane Roe", "Bo Doe");
        assertThat(PersonNames.of("a@x.example (Jane Roe (MIT))")).containsExactly("Jane Roe (MIT)");
        assertThat(PersonNames.of("Roe, J.; Doe, A. <a@doe.example>; ")).containsExactly("Roe, J.", "Doe, A.");
    }

    @Test
    void whatLooksLikeNoAddressStays() {
        assertThat(PersonNames.of("@jane of A (Lab) @ B")).containsExactly("@jane of A (Lab) @ B");
    }
}
