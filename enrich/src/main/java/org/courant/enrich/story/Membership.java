package org.courant.enrich.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Link;
import org.courant.enrich.record.Verdict;

/**
 * Says why each item is a member of its story. The first one that was seen founded it. Any other joined by the
 * strongest identity that it has in common with one seen before; the first one of a work that no identity ties to those
 * joined by the comparison that tied it. One or the other holds once all has been heard; until then it is the story's
 * own name.
 */
final class Membership {
    private Membership() {}

    /** The verdicts by item, in the order in which the items were first seen. */
    static Map<String, Verdict> of(String storyId, Collection<Candidate> members) {
        List<Candidate> ordered =
                members.stream().sorted(Candidate.EARLIEST_FIRST).toList();
        Map<String, Integer> named = new HashMap<>();
        members.forEach(member ->
                member.delivery().getIdentities().forEach(identity -> named.merge(identity, 1, Integer::sum)));
        Set<String> before = new HashSet<>();
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Candidate member : ordered) {
            verdicts.put(member.itemId(), verdict(storyId, member, reason(storyId, member, before, named)));
            before.addAll(member.delivery().getIdentities());
        }
        return verdicts;
    }

    private static Link reason(String storyId, Candidate member, Set<String> before, Map<String, Integer> named) {
        if (before.isEmpty()) {
            return new Link(Rule.FIRST, 1.0, "");
        }
        Optional<String> known = member.delivery().getIdentities().stream()
                .filter(before::contains)
                .findFirst();
        Link link = member.link();
        return known.isEmpty() && link != null
                ? link
                : new Link(Rule.IDENTITY, 1.0, known.orElseGet(() -> shared(member, named, storyId)));
    }

    /** For an item that the story has no room for. */
    static Verdict crowded(String storyId, Candidate item) {
        return verdict(storyId, item, new Link(Rule.CROWDED, 1.0, ""));
    }

    private static String shared(Candidate member, Map<String, Integer> named, String storyId) {
        return member.delivery().getIdentities().stream()
                .filter(identity -> named.getOrDefault(identity, 0) > 1)
                .findFirst()
                .orElse(storyId);
    }

    private static Verdict verdict(String storyId, Candidate item, Link reason) {
        return new Verdict(
                item.itemId(),
                item.primary(),
                item.delivery().getPartition(),
                item.delivery().getOffset(),
                item.epoch(),
                storyId,
                reason.getRule(),
                reason.getScore(),
                reason.getPartner().isEmpty() ? null : reason.getPartner(),
                item.despite());
    }
}
