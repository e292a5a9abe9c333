package org.courant.cli.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A small folder of data in the shapes of the captured one, written for tests. */
public final class WrittenData {
    private static final List<String> SUBJECTS =
            List.of("a larder", "the gripper", "our clock hand", "this ledger", "each sleeve", "one simulator");
    private static final List<String> VERBS =
            List.of("keeps", "forgets", "folds", "counts", "asks for", "halves", "trains on", "drops");
    private static final List<String> OBJECTS = List.of(
            "long prompts", "wet linen", "rhymes", "contracts", "old novels", "lists of names", "seams", "evenings");

    private final Path root;

    public WrittenData(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /** Daily lists of so many papers, each in both; and a topic of a forum. */
    public WrittenData withLists(int papers) throws IOException {
        List<Map<String, Object>> first = new ArrayList<>();
        List<Map<String, Object>> second = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            String id = "2511.%05d".formatted(i + 1);
            String title = "On " + word(7_919 * i) + " and " + word(104_729 * i) + " " + word(15_485 * i);
            first.add(Map.of(
                    "id",
                    id,
                    "title",
                    title,
                    "summary",
                    text(i),
                    "authors",
                    List.of("Ada " + word(i)),
                    "captured",
                    "2025-11-03"));
            second.add(Map.of(
                    "id",
                    id,
                    "title",
                    title,
                    "abstract",
                    text(i),
                    "authors",
                    "Ada " + word(i) + ", Bo " + word(i),
                    "captured",
                    "2025-11-04"));
        }
        lines("arxiv/daily-list-one.jsonl.gz", first);
        lines("arxiv/daily-lists-two.jsonl.gz", second);
        String topic = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "post_stream",
                        Map.of("posts", List.of(Map.of("cooked", "<p>Hello, " + text(90_000) + "</p>")))));
        archive(ForumTopics.FILE, "topic.1.json", topic);
        return this;
    }

    /** A paper whose second text is not the first one's. */
    public WrittenData withARevisionThatIsNone() throws IOException {
        lines(
                "labelled/arxiv-pairs-revised.jsonl.gz",
                List.of(Map.of(
                        "id", "2511.00001",
                        "a", Map.of("title", "One", "abstract", text(1)),
                        "b", Map.of("title", "Two", "abstract", text(2)))));
        return this;
    }

    /** Records in the form of Ditto. */
    public WrittenData withLabelledPairs(String lines) throws IOException {
        archive(LabelledPairs.FILE, "Structured/DBLP-ACM/valid.txt", lines);
        return this;
    }

    /** An abstract that shares no phrase with one of another seed, save by chance. */
    public static String text(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 8; sentence++) {
            text.append("In ")
                    .append(word(random.nextInt()))
                    .append(' ')
                    .append(pick(SUBJECTS, random))
                    .append(' ');
            text.append(word(random.nextInt()))
                    .append(' ')
                    .append(pick(VERBS, random))
                    .append(' ');
            text.append(word(random.nextInt()))
                    .append(' ')
                    .append(pick(OBJECTS, random))
                    .append(" of ");
            text.append(word(random.nextInt()))
                    .append(" kind and ")
                    .append(word(random.nextInt()))
                    .append(". ");
        }
        return text.toString().strip();
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("q");
        for (int rest = Math.abs(number % 1_000_003); rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }

    private static String pick(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private void lines(String file, List<Map<String, Object>> objects) throws IOException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> object : objects) {
            lines.append(json.writeValueAsString(object)).append('\n');
        }
        gzip(file, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void archive(String file, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, "%011o".formatted(bytes.length));
        header[156] = '0';
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.write(header);
        tar.write(bytes);
        tar.write(new byte[(512 - bytes.length % 512) % 512 + 1024]);
        gzip(file, tar.toByteArray());
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private void gzip(String file, byte[] content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(content);
        }
    }
}
