package org.courant.cli.evaluate.summaries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The data that summaries are evaluated on: SciTLDR and daily lists of arXiv. */
final class Corpus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path data;

    /** @param data folder with {@code labelled/scitldr-A.tar.gz} and {@code arxiv/daily-list*.jsonl.gz} */
    Corpus(Path data) {
        this.data = data;
    }

    /** A part of SciTLDR, abstracts only. */
    List<Paper> labelled(String part) throws IOException {
        List<Paper> papers = new ArrayList<>();
        for (String line : PackedFiles.lines(data.resolve("labelled/scitldr-A.tar.gz"), "/" + part + ".jsonl")) {
            JsonNode paper = JSON.readTree(line);
            papers.add(new Paper(
                    paper.path("title").asText(),
                    texts(paper.path("source")),
                    texts(paper.path("target")).stream().map(Rouge::stems).toList()));
        }
        return papers;
    }

    /** At most so many papers of the daily lists, evenly spread over their ids. */
    List<Abstract> abstracts(int most) throws IOException {
        TreeMap<String, Abstract> papers = new TreeMap<>();
        try (Stream<Path> lists = Files.list(data.resolve("arxiv"))) {
            for (Path list : lists.filter(Corpus::isDailyList).sorted().toList()) {
                for (String line : PackedFiles.lines(list)) {
                    JsonNode paper = JSON.readTree(line);
                    String id = paper.path("id").asText();
                    String text = paper.path(paper.has("summary") ? "summary" : "abstract")
                            .asText();
                    if (!text.isBlank()) {
                        papers.putIfAbsent(
                                id, new Abstract(id, paper.path("title").asText(), text.strip()));
                    }
                }
            }
        }
        List<Abstract> all = List.copyOf(papers.values());
        int count = Math.min(most, all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }

    private static boolean isDailyList(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("daily-list") && name.endsWith(".jsonl.gz");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(text -> text.asText().strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
