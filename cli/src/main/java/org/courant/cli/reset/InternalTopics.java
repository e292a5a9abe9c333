package org.courant.cli.reset;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.courant.service.streams.StoreNames;

/**
 * The internal topics of a topology: a changelog for every store, and what is repartitioned. Named exactly rather than
 * by how they begin, since an application of which the name goes on after a hyphen has topics that begin so too.
 */
final class InternalTopics {
    private static final String REPARTITIONED = "-repartition";

    private InternalTopics() {}

    /** Their full names, sorted. */
    static List<String> of(String applicationId, TopologyDescription topology) {
        Set<String> names = new TreeSet<>();
        StoreNames.of(topology).forEach(store -> names.add(store + "-changelog"));
        topology.subtopologies()
                .forEach(part -> part.nodes().forEach(node -> {
                    if (node instanceof TopologyDescription.Sink sink
                            && sink.topic() != null
                            && sink.topic().endsWith(REPARTITIONED)) {
                        names.add(sink.topic());
                    }
                }));
        return names.stream().map(name -> applicationId + "-" + name).toList();
    }
}
