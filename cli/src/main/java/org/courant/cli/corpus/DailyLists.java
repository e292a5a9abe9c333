package org.courant.cli.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** arXiv's daily lists as two readers captured them. */
public final class DailyLists {
    /** Files in the folder of captured data, whatever their months. */
    public static final String FILES = "arxiv/daily-list*.jsonl.gz";

    private DailyLists() {}

    /** Every delivery, in the order of the files; the same paper stands in several. */
    public static List<Paper> deliveries(DataFolder data) {
        return data.files("arxiv", "daily-list", ".jsonl.gz").stream()
                .flatMap(file -> data.lines(file).stream())
                .map(DailyLists::paper)
                .toList();
    }

    /** The first delivery of each id. */
    public static Collection<Paper> papers(List<Paper> deliveries) {
        Map<String, Paper> papers = new LinkedHashMap<>();
        deliveries.forEach(paper -> papers.putIfAbsent(paper.id(), paper));
        return new ArrayList<>(papers.values());
    }

    private static Paper paper(JsonNode line) {
        return new Paper(
                line.path("id").asText(),
                line.path("title").asText(),
                line.path(line.has("abstract") ? "abstract" : "summary").asText(),
                authors(line.path("authors")),
                Integer.parseInt(line.path("captured").asText("0000").substring(0, 4)));
    }

    private static List<String> authors(JsonNode authors) {
        return authors.isArray()
                ? StreamSupport.stream(authors.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : Stream.of(authors.asText().split(", ", -1))
                        .filter(name -> !name.isBlank())
                        .toList();
    }
}
