package org.courant.enrich.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Bond;
import org.courant.enrich.record.IdentityState;
import org.courant.enrich.record.Match;

/**
 * An identity that at least two parties name ties them: the work of that name, and the works whose items claim it. Each
 * claimant is matched with the identity itself, so that one that comes or goes changes one match. While one party alone
 * names it there is nothing to match and the graph hears nothing, which is the rule rather than the exception: the
 * graph is not partitioned.
 */
final class Links {
    private static final Bond SAME = new Bond(Rule.IDENTITY, 1.0, false);

    private Links() {}

    static boolean ties(IdentityState state) {
        return state.getClaimants() + (state.getItems() > 0 ? 1 : 0) >= 2;
    }

    /** What follows from a claimant having come. */
    static List<Effect> came(String identity, String claimant, IdentityState before, IdentityState after, Works works) {
        return !ties(after)
                ? List.of()
                : matches(identity, ties(before) ? List.of(claimant) : works.claimants(identity), true);
    }

    /** What follows from a claimant having gone. */
    static List<Effect> gone(String identity, String claimant, IdentityState before, IdentityState after, Works works) {
        if (!ties(before)) {
            return List.of();
        }
        List<String> parted = new ArrayList<>(List.of(claimant));
        if (!ties(after)) {
            parted.addAll(works.claimants(identity));
        }
        return matches(identity, parted, false);
    }

    /** What follows from the work of the name having got its first item or lost its last. */
    static List<Effect> workChanged(String identity, IdentityState before, IdentityState after, Works works) {
        boolean ties = ties(after);
        return ties == ties(before) ? List.of() : matches(identity, works.claimants(identity), ties);
    }

    private static List<Effect> matches(String identity, Collection<String> claimants, boolean holds) {
        return claimants.stream()
                .map(claimant ->
                        new Effect(identity, new Match(claimant, identity, Rule.IDENTITY, holds ? SAME : null)))
                .toList();
    }
}
