package org.courant.ingest.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.Source;
import org.courant.schemas.SourceItem;

/**
 * What of a source's answer has not been written before.
 *
 * @param items new or changed, in the order of the source
 * @param rejected not yet reported
 * @param unchanged items that are as they were, or listed twice
 * @param conflicting of the rejected, those that were listed under an id that the answer had already used
 */
record Novelties(List<SourceItem> items, List<Rejected> rejected, int unchanged, int conflicting) {

    static Novelties of(Source source, Fetched.Items answer, SeenItems seen) {
        List<SourceItem> items = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>(answer.rejected());
        Map<String, String> listed = new HashMap<>();
        int unchanged = 0;
        int conflicting = 0;
        for (SourceItem item : answer.items()) {
            String before = listed.putIfAbsent(item.getItemId(), item.getContentHash());
            if (before != null && !before.equals(item.getContentHash())) {
                // Were both written, each would differ from what was seen at the next poll, and at every one after.
                rejected.add(RejectedItems.of(
                        item,
                        "is listed twice with different content, the second time as '" + item.getTitle()
                                + "'; the source must give each entry an id of its own"));
                conflicting++;
            } else if (before != null || seen.holds(SeenKeys.of(source, item), SeenKeys.fingerprint(item))) {
                unchanged++;
            } else {
                items.add(item);
            }
        }
        Set<String> reported = new HashSet<>();
        rejected.removeIf(each -> !reported.add(SeenKeys.of(source, each))
                || seen.holds(SeenKeys.of(source, each), SeenKeys.fingerprint(each)));
        return new Novelties(items, rejected, unchanged, conflicting);
    }
}
