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

/**
 * Says why each item is a member of its story. The first one that was seen founded it. Any other joined by the
 * strongest identity that it has in common with one seen before; the first one of a work that no identity ties to those
 * joined by the match that tied it. One or the other holds once all has been heard; until then it is the story's own
 * name.
 */
final class MemberReasons {
    private MemberReasons() {}

    /** The reasons by item. */
    static Map<String, Link> of(String storyId, Collection<Candidate> members) {
        List<Candidate> ordered =
                members.stream().sorted(Candidate.EARLIEST_FIRST).toList();
        Map<String, Integer> named = new HashMap<>();
        members.forEach(member ->
                member.delivery().getIdentities().forEach(identity -> named.merge(identity, 1, Integer::sum)));
        Set<String> before = new HashSet<>();
        Map<String, Link> reasons = new LinkedHashMap<>();
        for (Candidate member : ordered) {
            reasons.put(member.itemId(), reason(storyId, member, before, named));
            before.addAll(member.delivery().getIdentities());
        }
        return reasons;
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

    private static String shared(Candidate member, Map<String, Integer> named, String storyId) {
        return member.delivery().getIdentities().stream()
                .filter(identity -> named.getOrDefault(identity, 0) > 1)
                .findFirst()
                .orElse(storyId);
    }
}
