package org.courant.enrich.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.courant.enrich.record.Profile;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    @Test
    void authorsAreComparedBySurnameAndInitial() {
        assertThat(authors("Hector García-Molina", "Garcia-Molina, Hector", "H. GARCIA-MOLINA (Stanford)"))
                .containsExactly("molina h");
        assertThat(authors("Harold C. Box III", "Box, H.", "Madonna", "", "42")).containsExactly("box h", "madonna");
    }

    @Test
    void ofManyAuthorsTheSameAreKeptWhateverTheirOrder() {
        List<String> many = IntStream.range(0, 100)
                .mapToObj(i -> "X Y" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
                .toList();
        List<String> turned =
                many.stream().sorted((one, other) -> other.compareTo(one)).toList();

        assertThat(authors(many.toArray(new String[0])))
                .hasSize(AuthorKeys.MAX)
                .isEqualTo(authors(turned.toArray(new String[0])));
    }

    @Test
    void theHostIsThatOfAForumAndOfNothingElse() {
        assertThat(Given.post("forum.example", 12, "", "").getHost()).isEqualTo("forum.example");
        assertThat(Given.article("https://forum.example/12", "", "").getHost()).isEmpty();
    }

    @Test
    void theYearIsThatOfPublicationOrUnknown() {
        assertThat(Given.paper("2611.00001", "", "", List.of(), 2026).getYear()).isEqualTo(2026);
        assertThat(Given.paper("2611.00001", "", "", List.of(), 0).getYear()).isZero();
    }

    @Test
    void theTitleIsItsWordsInLowerCase() {
        assertThat(Given.article("https://lab.example/1", "  LoRA: Où est-il?  ", "")
                        .getTitle())
                .isEqualTo("lora ou est il");
    }

    private static List<String> authors(String... authors) {
        Profile profile = Given.of("url:https://lab.example/1", SourceKind.MEDIA, "", "", List.of(authors), 2026);
        return profile.getAuthors();
    }
}
