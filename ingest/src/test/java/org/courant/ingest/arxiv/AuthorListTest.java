package org.courant.ingest.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorListTest {
    @Test
    void authorsAreSeparatedByCommas() {
        assertThat(AuthorList.split("Jane Doe, Jo\u00e3o da Silva,  Xi\n Wu"))
                .containsExactly("Jane Doe", "Jo\u00e3o da Silva", "Xi Wu");
    }

    @Test
    void affiliationsAreLeftOut() {
        assertThat(AuthorList.split("Jane Doe (University of X, Dept. (a) Y), John Roe (Z)"))
                .containsExactly("Jane Doe", "John Roe");
    }

    @Test
    void aSuffixBelongsToTheNameBeforeIt() {
        assertThat(AuthorList.split("John Roe, Jr., Ann Poe, III")).containsExactly("John Roe, Jr.", "Ann Poe, III");
    }

    @Test
    void oddListsLoseNobody() {
        assertThat(AuthorList.split("")).isEmpty();
        assertThat(AuthorList.split(",, Jane Doe ,")).containsExactly("Jane Doe");
        assertThat(AuthorList.split("Jane Doe), John Roe")).containsExactly("Jane Doe)", "John Roe");
    }

    @Test
    void whatIsNoNameIsNoAuthor() {
        assertThat(AuthorList.split("Ling Group, :, Ann Roe, and Bo Doe"))
                .containsExactly("Ling Group", "Ann Roe", "Bo Doe");
        assertThat(AuthorList.split("Ann Roe and Bo Doe")).containsExactly("Ann Roe", "Bo Doe");
        assertThat(AuthorList.split("Belle and Belle II Collaborations"))
                .containsExactly("Belle and Belle II Collaborations");
        assertThat(AuthorList.split("Ann Roe, Ph.D., Cy Poe, SJ")).containsExactly("Ann Roe, Ph.D.", "Cy Poe, SJ");
    }

    @Test
    void accentsThatWereLeftAsTexAreCharacters() {
        assertThat(
                        AuthorList.split(
                                "Tol\u00fal\\d{o}p\u00e9 Ogun, {\u00dc}mit Koca, Jos\\'e D\\'{\\i}az, Ma\\v{s}a \\O stby, G\\\"odel"))
                .containsExactly(
                        "Tol\u00fal\u1ecdp\u00e9 Ogun",
                        "\u00dcmit Koca",
                        "Jos\u00e9 D\u00edaz",
                        "Ma\u0161a \u00d8stby",
                        "G\u00f6del");
    }
}
