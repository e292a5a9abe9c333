package org.courant.enrich.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.enrich.match.Rule;
import org.courant.enrich.record.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Says why each item is a member of its story. The first one that was seen founded it; any other joined by the
 * strongest identity that it has in common with another member. There always is one once all has been heard, since what
 * holds a story together is shared identities; until then it is the story's own name.
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
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Candidate member : ordered) {
            Verdict verdict = verdicts.isEmpty()
                    ? verdict(storyId, member, Rule.FIRST, null)
                    : verdict(storyId, member, Rule.IDENTITY, shared(member, named, storyId));
            verdicts.put(member.itemId(), verdict);
        }
        return verdicts;
    }

    /** For an item that the story has no room for. */
    static Verdict crowded(String storyId, Candidate item) {
        return verdict(storyId, item, Rule.CROWDED, null);
    }

    private static String shared(Candidate member, Map<String, Integer> named, String storyId) {
        return member.delivery().getIdentities().stream()
                .filter(identity -> named.getOrDefault(identity, 0) > 1)
                .findFirst()
                .orElse(storyId);
    }

    private static Verdict verdict(String storyId, Candidate item, String rule, @Nullable String partner) {
        return new Verdict(
                item.itemId(),
                item.primary(),
                item.delivery().getPartition(),
                item.delivery().getOffset(),
                item.epoch(),
                storyId,
                rule,
                1.0,
                partner);
    }
}
