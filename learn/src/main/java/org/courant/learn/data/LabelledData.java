package org.courant.learn.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Labelled papers, each once.
 *
 * @param papers sorted by id
 * @param leftOut lines that gave no label: headings that the table leaves out or does not know, and lines of other
 *     shapes
 * @param hash SHA-256 of the papers and their labels, whatever the files that they came in
 */
public record LabelledData(List<LabelledPaper> papers, int leftOut, String hash) {
    public LabelledData {
        papers = List.copyOf(papers);
    }

    /**
     * Joins the lines that are about the same paper; labels are sorted by how many say so, the first of a line twice.
     */
    static LabelledData of(Collection<LabelledPaper> lines, int leftOut) {
        Map<String, List<LabelledPaper>> byId = new LinkedHashMap<>();
        lines.forEach(
                line -> byId.computeIfAbsent(line.id(), id -> new ArrayList<>()).add(line));
        List<LabelledPaper> papers = byId.values().stream()
                .map(LabelledData::joined)
                .sorted(Comparator.comparing(LabelledPaper::id))
                .toList();
        return new LabelledData(papers, leftOut, DataHash.of(papers));
    }

    private static LabelledPaper joined(List<LabelledPaper> lines) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (LabelledPaper line : lines) {
            for (int i = 0; i < line.labels().size(); i++) {
                votes.merge(line.labels().get(i), i == 0 ? 2 : 1, Integer::sum);
            }
        }
        // A stable sort: of equals, the one that was said first.
        List<String> labels = votes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        String origin =
                lines.stream().map(LabelledPaper::origin).distinct().sorted().collect(Collectors.joining(", "));
        LabelledPaper first = lines.get(0);
        return new LabelledPaper(first.id(), first.title(), first.body(), first.categories(), labels, origin);
    }

    /** How many papers have a label first. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        papers.forEach(paper -> counts.merge(paper.label(), 1L, Long::sum));
        return counts;
    }

    /**
     * Only papers with a label that at least so many have first. Such a label moves to the front; rarer ones stay
     * behind it, so that filing a paper there is still right.
     */
    public LabelledData withAtLeast(int least) {
        Map<String, Long> counts = counts();
        List<LabelledPaper> kept = papers.stream()
                .filter(paper -> paper.labels().stream().anyMatch(label -> counts.getOrDefault(label, 0L) >= least))
                .map(paper -> paper.labelled(paper.labels().stream()
                        .sorted(Comparator.comparing(label -> counts.getOrDefault(label, 0L) < least))
                        .toList()))
                .toList();
        return new LabelledData(kept, leftOut, hash);
    }

    /** Other labels for the same papers; those without are dropped. */
    public LabelledData relabelled(Function<LabelledPaper, List<String>> labels) {
        List<LabelledPaper> kept = papers.stream()
                .map(paper -> paper.labelled(labels.apply(paper)))
                .filter(paper -> !paper.labels().isEmpty())
                .toList();
        return new LabelledData(kept, leftOut, hash);
    }

    /** The labels that a paper has first, sorted. */
    public List<String> labels() {
        return papers.stream().map(LabelledPaper::label).distinct().sorted().toList();
    }
}
