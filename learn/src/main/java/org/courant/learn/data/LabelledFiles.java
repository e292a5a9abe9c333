package org.courant.learn.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.courant.schemas.identity.ArxivId;
import org.courant.service.settings.InvalidSettings;

/**
 * Reads labelled papers: JSON lines, plain or gzipped, with {@code title}, {@code abstract} (or {@code summary}),
 * perhaps {@code arxiv} (or {@code id}) and {@code categories}, and the label as {@code sections} or {@code section},
 * or as {@code list} and {@code heading}, which the table of headings turns into sections.
 */
public final class LabelledFiles {
    private final HeadingTable headings;
    private final List<LabelledPaper> lines = new ArrayList<>();
    private int leftOut;

    private LabelledFiles(HeadingTable headings) {
        this.headings = headings;
    }

    /**
     * Labelled papers of files, and of all JSON lines in folders.
     *
     * @throws InvalidSettings if one cannot be read
     */
    public static LabelledData read(List<Path> paths, HeadingTable headings) {
        LabelledFiles files = new LabelledFiles(headings);
        JsonLines.forEach(paths, files::add);
        return LabelledData.of(files.lines, files.leftOut);
    }

    /** Papers of arXiv lists under the section of their categories; those whose categories say nothing are dropped. */
    public static LabelledData readCategories(List<Path> paths, CategoryTable categories) {
        List<LabelledPaper> found = new ArrayList<>();
        JsonLines.forEach(
                paths,
                line -> categories
                        .section(texts(line.path("categories")))
                        .ifPresent(section -> found.add(paper(line, List.of(section), "arXiv categories"))));
        return LabelledData.of(found, 0);
    }

    private void add(JsonNode line) {
        List<String> sections = sections(line).orElse(List.of());
        if (sections.isEmpty() || line.path("title").asText().isBlank()) {
            leftOut++;
        } else {
            lines.add(paper(line, sections, line.path("list").asText("")));
        }
    }

    private Optional<List<String>> sections(JsonNode line) {
        if (line.has("sections")) {
            return Optional.of(texts(line.get("sections")));
        } else if (line.has("section")) {
            return Optional.of(List.of(line.get("section").asText()));
        }
        return line.has("heading")
                ? headings.sections(
                        line.path("list").asText(), line.get("heading").asText())
                : Optional.empty();
    }

    private static LabelledPaper paper(JsonNode line, List<String> labels, String origin) {
        String title = oneLine(line.path("title").asText());
        String stated = line.path(line.has("arxiv") ? "arxiv" : "id").asText("");
        return new LabelledPaper(
                ArxivId.parse(stated).map(ArxivId::id).orElse(stated.isEmpty() ? title : stated),
                title,
                oneLine(line.path(line.has("abstract") ? "abstract" : "summary").asText("")),
                texts(line.path("categories")),
                labels,
                origin);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
