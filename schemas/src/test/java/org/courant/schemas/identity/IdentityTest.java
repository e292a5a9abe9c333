package org.courant.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final List<Identity> STRONGEST_FIRST = Stream.of(
                    "arxiv:2601.00001",
                    "arxiv:2606.23595",
                    "arxiv:hep-th/9901001",
                    "doi:10.1145/1",
                    "url:https://a.example",
                    "url:https://b.example",
                    "forum:discuss.example/12",
                    "feed:blog:1")
            .map(text -> Identity.parse(text).orElseThrow())
            .toList();

    @RepeatedTest(20)
    void theOrderOfStrengthDoesNotDependOnWhereItStarts(RepetitionInfo seed) {
        List<Identity> shuffled = new ArrayList<>(STRONGEST_FIRST);
        Collections.shuffle(shuffled, new Random(seed.getCurrentRepetition()));

        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(STRONGEST_FIRST);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(STRONGEST_FIRST)
                .allSatisfy(identity ->
                        assertThat(Identity.parse(identity.toString())).contains(identity));
    }

    @Test
    void whatHasNoKindIsNoIdentity() {
        assertThat(Identity.parse("2606.23595")).isEmpty();
        assertThat(Identity.parse("arxiv:")).isEmpty();
        assertThat(Identity.parse("")).isEmpty();
    }

    @Test
    void aDoiIsFoldedToLowerCaseAndArxivsOwnToThePaper() {
        assertThat(Doi.parse("doi:10.1145/ABC"))
                .map(Doi::identity)
                .map(Identity::toString)
                .contains("doi:10.1145/abc");
        assertThat(Doi.parse("10.48550/arXiv.2606.23595"))
                .map(Doi::identity)
                .map(Identity::toString)
                .contains("arxiv:2606.23595");
        assertThat(Doi.parse("11.1145/abc")).isEmpty();
        assertThat(Doi.parse("10.1145/with space")).isEmpty();
    }
}
