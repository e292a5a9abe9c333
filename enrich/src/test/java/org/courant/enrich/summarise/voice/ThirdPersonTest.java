package org.courant.enrich.summarise.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.courant.enrich.summarise.voice.Retold.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThirdPersonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We propose X and show that our X beats others. | The authors propose X and show that their X beats others.
            We are the first, and we've tested it ourselves. | The authors are the first, and they have tested it themselves.
            Our results suggest a limit.                    | The results suggest a limit.
            Our Sieve wins.                                 | The authors' Sieve wins.
            Our own Sieve wins.                             | The authors' own Sieve wins.
            This allows us to prune.                        | This allows the authors to prune.
            To the best of our knowledge, it is new.        | To the best of the authors' knowledge, it is new.
            Sieve is trained on data that we collect for our task. | Sieve is trained on data that the authors collect for their task.
            It changes how we live.                         | It changes how we live.
            It is made in the US by WE and OUR.             | It is made in the US by WE and OUR.
            Can we prune?                                   | Can we prune?
            We ask: can we prune?                           | The authors ask: can we prune?
            We call this “we first”.                        | The authors call this “we first”.
            Models without us.                              | Models without the authors.
            """)
    void whatWeDidIsToldOfTheAuthors(String sentence, String retold) {
        assertThat(told(sentence, Narrator.AUTHOR, Subject.OTHER)).isEqualTo(retold);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I propose a proof.                  | The author proposes a proof.
            I then carry on.                    | I then carry on.
            Type I errors are rare.             | Type I errors are rare.
            """)
    void oneAuthorAgreesWithTheVerb(String sentence, String retold) {
        assertThat(told(sentence, Narrator.AUTHOR, Subject.OTHER)).isEqualTo(retold);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I'm stuck with my script.           | The user is stuck with their script.
            I have tried all but I get nothing. | The user has tried all but they get nothing.
            I just want to run it and see.      | The user just wants to run it and see.
            I use it and get an error.          | I use it and get an error.
            My script fails me.                 | The user's script fails them.
            I'd like to know.                   | The user would like to know.
            I'd flown.                          | I'd flown.
            How can I run it?                   | The user asks: “How can I run it?”
            """)
    void aPostIsToldOfTheUserAndKeptWhereItsVerbIsUnknown(String sentence, String retold) {
        assertThat(told(sentence, Narrator.USER, Subject.OTHER)).isEqualTo(retold);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NAMED   | We show it.   | They show it.
            PRONOUN | We show it.   | The authors show it.
            NAMED   | Our Sieve.    | Their Sieve.
            NAMED   | On it, we do. | On it, the authors do.
            PRONOUN | In our Sieve. | In their Sieve.
            """)
    void aPronounStandsOnlyBehindTheName(Subject before, String sentence, String retold) {
        assertThat(told(sentence, Narrator.AUTHOR, before)).isEqualTo(retold);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Every day we meet agents in our lives. | Every day we meet agents in our lives.
            Recently, we showed a bound.           | Recently, we showed a bound.
            """)
    void inTheBackgroundWeMayBeEverybody(String sentence, String retold) {
        assertThat(ThirdPerson.retell(sentence, Narrator.AUTHOR, true, Subject.OTHER)
                        .text())
                .isEqualTo(retold);
    }

    private static String told(String sentence, Narrator narrator, Subject before) {
        return ThirdPerson.retell(sentence, narrator, false, before).text();
    }
}
