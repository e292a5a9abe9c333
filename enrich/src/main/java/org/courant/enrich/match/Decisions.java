package org.courant.enrich.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Link;
import org.courant.enrich.record.Rejection;
import org.courant.enrich.record.Verdict;
import org.courant.schemas.Decision;
import org.courant.schemas.DecisionOutcome;

/** Words decisions. */
final class Decisions {
    private Decisions() {}

    static Decision rejected(Rejection rejection) {
        return new Decision(
                rejection.getItemId(),
                DecisionOutcome.REJECTED,
                null,
                rejection.getCheck(),
                1.0,
                null,
                rejection.getReason());
    }

    static Decision of(Verdict verdict) {
        boolean member = !verdict.getRule().equals(Rule.CROWDED);
        return new Decision(
                verdict.getItemId(),
                member ? DecisionOutcome.MEMBER : DecisionOutcome.REJECTED,
                verdict.getStoryId(),
                verdict.getRule(),
                verdict.getScore(),
                verdict.getPartner(),
                reason(verdict));
    }

    static ByteBuffer encoded(Decision decision) {
        try {
            return Decision.getEncoder().encode(decision);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }

    private static String reason(Verdict verdict) {
        Link despite = verdict.getDespite();
        return despite == null
                ? membership(verdict)
                : membership(verdict)
                        + " The rule '%s' would keep it apart from %s, but they share a name."
                                .formatted(despite.getRule(), despite.getPartner());
    }

    private static String membership(Verdict verdict) {
        return switch (verdict.getRule()) {
            case Rule.FIRST -> "It is the first item seen of story " + verdict.getStoryId() + ".";
            case Rule.CROWDED ->
                "Story " + verdict.getStoryId()
                        + " already holds as many items as a story can; its name may be shared by unrelated works.";
            case Rule.IDENTITY ->
                "It names the same work as another item of story " + verdict.getStoryId() + ": " + verdict.getPartner()
                        + ".";
            default ->
                String.format(
                        Locale.ROOT,
                        "The rule '%s' finds it the same as %s of story %s, with a score of %.2f.",
                        verdict.getRule(),
                        verdict.getPartner(),
                        verdict.getStoryId(),
                        verdict.getScore());
        };
    }
}
