package org.courant.publish.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SectionOrderTest {
    @Test
    void theTaxonomyFirstThenOthersByIdAndOtherLast() {
        SectionOrder order = new SectionOrder(List.of("b", "other", "a"));
        assertThat(List.of("other", "z", "a", "y", "b").stream().sorted(order))
                .containsExactly("b", "a", "y", "z", "other");
    }
}
