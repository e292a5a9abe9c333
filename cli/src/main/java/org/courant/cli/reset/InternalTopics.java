package org.courant.cli.reset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The internal topics of a topology: a changelog for every store, and what is repartitioned. Named exactly rather than
 * by how they begin, since an application of which the name goes on after a hyphen has topics that begin so too.
 */
final class InternalTopics {
    private static final Pattern STORES = Pattern.compile("stores: \\[([^\\]]*)\\]");
    private static final Pattern REPARTITIONED = Pattern.compile("[A-Za-z0-9._-]+-repartition\\b");

    private InternalTopics() {}

    /**
     * Their full names, sorted.
     *
     * @param topology what Kafka Streams says of a topology
     */
    static List<String> of(String applicationId, String topology) {
        Collection<String> names = new TreeSet<>();
        REPARTITIONED.matcher(topology).results().map(MatchResult::group).forEach(names::add);
        STORES.matcher(topology).results().forEach(stores -> {
            for (String store : stores.group(1).split(",", -1)) {
                if (!store.isBlank()) {
                    names.add(store.strip() + "-changelog");
                }
            }
        });
        List<String> topics = new ArrayList<>();
        names.forEach(name -> topics.add(applicationId + "-" + name));
        return topics;
    }
}
