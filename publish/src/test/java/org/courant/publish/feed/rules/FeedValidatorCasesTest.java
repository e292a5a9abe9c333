package org.courant.publish.feed.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.courant.testkit.Archive;
import org.junit.jupiter.api.Test;

/** The rules find what the W3C's feed validator finds in the documents that were written to test it, and no more. */
final class FeedValidatorCasesTest {
    private static final int FEWEST_CASES = 492;

    /** Of these the cases only say that there is none. */
    private static final Set<String> ONLY_ABSENT = Set.of("Error", "Warning");

    private final Map<String, byte[]> documents = Archive.files("feeds", "feedvalidator.tar.gz");
    private final List<ValidatorCase> cases = Archive.lines("feeds", "feedvalidator-expectations.jsonl.gz").stream()
            .map(ValidatorCase::read)
            .filter(one -> Scope.has(one, document(one)))
            .toList();

    @Test
    void everyCaseOfAKnownEventHasTheOutcomeThatItsAuthorsExpect() {
        List<String> different = new ArrayList<>();
        Set<String> events = new TreeSet<>(ONLY_ABSENT);
        int met = 0;
        for (ValidatorCase one : cases) {
            if (Scope.EVENTS.contains(one.event())) {
                List<Finding> findings = FeedRules.check(document(one), one.location());
                if (!one.negated()) {
                    events.add(one.event());
                }
                if (one.isMetBy(findings)) {
                    met++;
                } else {
                    different.add(one + ": " + findings);
                }
            }
        }
        System.out.printf("feedvalidator: %d cases of %d events have the expected outcome%n", met, events.size());
        assertThat(different).isEmpty();
        assertThat(met).isGreaterThanOrEqualTo(FEWEST_CASES);
        assertThat(Scope.EVENTS).as("each is found somewhere").isSubsetOf(events);
    }

    @Test
    void everyEventIsKnownOrLeftOutForAStatedReason() {
        Set<String> stated = new TreeSet<>(Scope.EVENTS);
        Scope.OTHER_EVENTS.values().stream()
                .flatMap(Set::stream)
                .forEach(event -> assertThat(stated.add(event)).as(event).isTrue());
        assertThat(cases).extracting(ValidatorCase::event).isSubsetOf(stated);
    }

    private byte[] document(ValidatorCase one) {
        return documents.getOrDefault(one.file(), new byte[0]);
    }
}
