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
}
