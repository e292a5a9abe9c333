package org.courant.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.Appearance;
import org.courant.schemas.Batch;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.EditionSection;
import org.courant.schemas.Section;
import org.courant.schemas.SourceCount;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.hash.ContentHash;

/** Days of a digest made of real papers, for tests of how it looks and how fast it is. */
public final class Library {
    private static final List<Section> SECTIONS = List.of(
            new Section("training-methods", "Training methods"),
            new Section("reasoning", "Reasoning"),
            new Section("agents", "Agents"),
            new Section("retrieval", "Retrieval"),
            new Section("multimodal", "Multimodal"),
            new Section("robotics", "Robotics"),
            new Section("safety", "Safety"),
            new Section("evaluation", "Evaluation"),
            new Section("applications", "Applications"),
            new Section("community", "Community"));
    private static final String FORUM = "Hugging Face Forums";

    private Library() {}

    /**
     * Entries of papers, spread over the day.
     *
     * @param folder the captured lists
     * @param most at most so many
     */
    public static List<DigestEntry> entries(Path folder, LocalDate day, int most) {
        List<DigestEntry> entries = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("daily-list-cv-cl-ai-2025-10_11.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            Map<String, JsonNode> papers = new LinkedHashMap<>();
            String line = lines.readLine();
            while (line != null && papers.size() < most) {
                JsonNode paper = new ObjectMapper().readTree(line);
                papers.putIfAbsent(paper.get("id").asText(), paper);
                line = lines.readLine();
            }
            papers.values().forEach(paper -> entries.add(entry(paper, day, entries.size())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return entries;
    }

    private static DigestEntry entry(JsonNode paper, LocalDate day, int number) {
        String id = paper.get("id").asText();
        Instant at = day.atTime(20, 0).toInstant(ZoneOffset.UTC).minus(Duration.ofSeconds(number * 37L % 60_000));
        String url = "https://arxiv.org/abs/" + id;
        List<String> categories = texts(paper.get("categories"));
        List<Appearance> places = new ArrayList<>();
        categories.forEach(category -> places.add(new Appearance("arXiv " + category, url, at)));
        boolean isTopic = number % 23 == 5;
        if (number % 11 == 3 || isTopic) {
            places.add(new Appearance(FORUM, "https://discuss.huggingface.co/t/" + number, at));
        }
        DigestEntry entry = Entries.entry("arxiv:" + id, at)
                .setSection(SECTIONS.get(number * 7 % 17 % SECTIONS.size()))
                .setSectionConfidence(0.35 + number % 60 / 100.0)
                .setSourceKind(isTopic ? SourceKind.FORUM : SourceKind.ARXIV)
                .setSourceName(isTopic ? FORUM : "arXiv " + categories.get(0))
                .setTitle(paper.get("title").asText())
                .setSummary(paper.get("summary").asText().replaceAll("\\s+", " "))
                .setUrl(isTopic ? "https://discuss.huggingface.co/t/" + number : url)
                .setAuthors(texts(paper.get("authors")))
                .setVersion(number % 9 == 4 ? 2 : 1)
                .setCategories(categories)
                .setAppearances(places)
                .setSummarisedBy("extractive/3")
                .setClassifiedBy("linear/2")
                .setContentHash("")
                .build();
        return DigestEntry.newBuilder(entry)
                .setContentHash(ContentHash.of(entry))
                .build();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The edition of a day that lists these entries. */
    public static DigestEdition edition(LocalDate day, List<DigestEntry> entries) {
        Map<String, List<String>> bySection = new LinkedHashMap<>();
        SECTIONS.forEach(section -> bySection.put(section.getId(), new ArrayList<>()));
        entries.forEach(entry -> bySection
                .computeIfAbsent(entry.getSection().getId(), id -> new ArrayList<>())
                .add(entry.getEntryId()));
        return DigestEdition.newBuilder()
                .setDate(day)
                .setSections(SECTIONS.stream()
                        .filter(section -> !bySection
                                .getOrDefault(section.getId(), List.of())
                                .isEmpty())
                        .map(section -> new EditionSection(section, bySection.getOrDefault(section.getId(), List.of())))
                        .toList())
                .setEntryCount(entries.size())
                .setSourceCounts(List.of(new SourceCount("arXiv cs.CL", entries.size()), new SourceCount(FORUM, 3)))
                .setComplete(true)
                .setDigestHash("hash of " + day)
                .build();
    }

    /** Tables of a day with so many entries and of a few smaller days before it. */
    public static DigestTables tables(Path folder, LocalDate day, int most) {
        DigestTables tables = new DigestTables();
        List<DigestEntry> entries = entries(folder, day, most + 400);
        put(tables, day, entries.subList(0, most));
        for (int i = 0; i < 8; i++) {
            LocalDate before = day.minusDays(i + 1L + (i > 2 ? 2 : 0));
            put(
                    tables,
                    before,
                    entries.subList(most + i * 50, most + i * 50 + 50).stream()
                            .map(entry -> DigestEntry.newBuilder(entry)
                                    .setEdition(before)
                                    .setPublishedAt(before.atTime(9, 0).toInstant(ZoneOffset.UTC))
                                    .build())
                            .toList());
        }
        Instant morning = day.atTime(1, 0).toInstant(ZoneOffset.UTC);
        List.of("cs.AI", "cs.CL", "cs.CV", "cs.LG")
                .forEach(category -> tables.putSource(
                        category, status("arXiv " + category, SourceKind.ARXIV, SourceState.FRESH, "", morning, day)));
        tables.putSource("forum", status(FORUM, SourceKind.FORUM, SourceState.QUIET, "", morning, day));
        return tables;
    }

    private static void put(DigestTables tables, LocalDate day, List<DigestEntry> entries) {
        entries.forEach(entry -> tables.putEntry(entry.getEntryId(), entry));
        tables.putEdition(day.toString(), edition(day, entries));
    }

    /** How a source is doing. */
    public static SourceStatus status(
            String name, SourceKind kind, SourceState state, String message, Instant since, LocalDate day) {
        return SourceStatus.newBuilder()
                .setSourceId(name)
                .setSourceName(name)
                .setSourceKind(kind)
                .setState(state)
                .setSince(since)
                .setLastBatch(new Batch(day, 120, 120))
                .setMessage(message)
                .build();
    }
}
