package org.courant.lab.faults.check;

import java.util.List;
import java.util.Set;
import org.courant.lab.faults.history.RecordedHistory;
import org.courant.schemas.topic.Topics;

/**
 * Judges a run by all invariants.
 *
 * @param topics what the topics of both runs are called
 */
public record Checker(Topics topics) {
    /** Where an item stands in the log differs from run to run. */
    private static final Set<String> POSITIONS =
            Set.of("Member.topic", "Member.partition", "Member.offset", "DigestEntry.provenance");

    /** Every invariant, in the order of the flow. */
    static final List<Invariant> ALL = List.of(
            new NothingHangs(),
            new CommittedOnly(),
            new PositionsAdvance(),
            new WrittenInTransactions(),
            new Etiquette(),
            new ItemsOnce(),
            new RejectedOnce(),
            new PoisonPutAside(),
            new ItemsAccountedFor(),
            new NoRepeats("stories-once", Topics::stories),
            new NoRepeats("entries-once", Topics::digestEntries),
            new NoRepeats("editions-once", Topics::digestEditions),
            new EntriesFollowStories(),
            new ContentHashes(),
            new EditionsAddUp(),
            new SameTables("same-stories", Topics::stories, POSITIONS, true),
            new SameTables("same-entries", Topics::digestEntries, POSITIONS, true),
            // How many changes an edition gathers before it is written is a matter of time.
            new SameTables("same-editions", Topics::digestEditions, POSITIONS, false),
            new ApiSaysTheTopic(),
            new StreamsOnce());

    /**
     * Judges.
     *
     * @param undisturbed a run of the same items without faults
     */
    public Verdict judge(RecordedHistory faulty, RecordedHistory undisturbed) {
        Run run = Run.of(topics, faulty, undisturbed);
        List<Violation> violations = ALL.stream()
                .flatMap(invariant -> invariant.violations(run).stream())
                .toList();
        return new Verdict(violations, Witness.of(faulty));
    }
}
