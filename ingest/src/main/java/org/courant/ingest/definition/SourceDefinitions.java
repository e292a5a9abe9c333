package org.courant.ingest.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.courant.schemas.Source;
import org.courant.service.settings.Section;

/**
 * The sources that an operator wants polled: the list {@code sources} of {@code sources.yaml}.
 *
 * <pre>{@code
 * sources:
 *   - id: arxiv-cs-ai                   # required: letters, digits, '.', '_' and '-'; unique
 *     kind: arxiv                       # required: arxiv, discourse, feed or file
 *     category: cs.AI                   # arxiv only, required: one category
 *     format: rss                       # arxiv only: rss (default) or atom
 *     path: c/research/7                # discourse only: a listing of the forum; default: latest
 *     url: https://rss.arxiv.org        # base for arxiv (this is its default) and discourse, document for feed, path for file
 *     name: arXiv cs.AI                 # what readers see; default: this for arxiv, else the host or the file's name
 *     sourceKind: arxiv                 # what readers see: arxiv, forum or media; default by kind
 *     every: 30m                        # default: arxiv 30m, discourse 15m, feed 1h, file 1h
 *     group: example.org                # polled one after another; default: host[:port]; never for arxiv
 *     allowPrivateAddresses: false      # whether the host may be in a private network
 *     enabled: true
 * }</pre>
 *
 * @param sources in the order of the file
 */
public record SourceDefinitions(List<Source> sources) {
    public SourceDefinitions {
        sources = List.copyOf(sources);
    }

    /** Reads the list; whatever is wrong goes to the section's problems, and what is wrong is left out. */
    public static SourceDefinitions from(Section root) {
        List<Source> sources = new ArrayList<>();
        Map<String, String> origins = new HashMap<>();
        for (Section section : root.sections("sources")) {
            Source source = DefinitionReader.read(section);
            String id = source.getId();
            String before = origins.putIfAbsent(id, section.origin("id"));
            if (before != null && !id.isEmpty()) {
                section.problems()
                        .add(
                                section.origin("id"),
                                "the id '" + id + "' is also given at " + before + "; every source needs its own");
            } else {
                sources.add(source);
            }
        }
        return new SourceDefinitions(sources);
    }
}
