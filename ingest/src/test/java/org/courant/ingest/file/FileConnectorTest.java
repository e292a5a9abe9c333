package org.courant.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.courant.ingest.fixture.Polls;
import org.courant.ingest.source.Fetched;
import org.courant.schemas.Connector;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConnectorTest {
    @TempDir
    private Path folder;

    @Test
    void aLineBecomesAnItem() throws Exception {
        write(
                "{\"id\": \"a\", \"title\": \"On $\\\\frac{1}{2}$\", \"abstract\": \"One\\ntwo.\\n\\nThree.\", \"arxivId\": \"2510.00001v2\","
                        + " \"doi\": \"10.1000/X\", \"url\": \"https://example.org/a\", \"authors\": \"Jane Doe, John Roe\","
                        + " \"categories\": [\"cs.AI\"], \"publishedAt\": \"2025-10-03T10:00:00Z\", \"sourceKind\": \"arxiv\", \"sourceName\": \"arXiv cs.AI\"}\n");
        try (Polls polls = polls()) {
            SourceItem item = polls.items().items().get(0);
            assertThat(item.getItemId()).isEqualTo("feed:test:av2");
            assertThat(item.getIdentities())
                    .containsExactly("arxiv:2510.00001", "doi:10.1000/x", "url:https://example.org/a", "feed:test:a");
            assertThat(item.getTitle()).isEqualTo("On $\\frac{1}{2}$");
            assertThat(item.getBody()).isEqualTo("One two.\n\nThree.");
            assertThat(item.getAuthors()).containsExactly("Jane Doe", "John Roe");
            assertThat(item.getPublishedAt()).isEqualTo(Instant.parse("2025-10-03T10:00:00Z"));
            assertThat(item.getVersion()).isEqualTo(2);
            assertThat(item.getSourceKind()).isEqualTo(SourceKind.ARXIV);
            assertThat(item.getSourceName()).isEqualTo("arXiv cs.AI");
        }
    }

    @Test
    void aLargeFileIsReadInSlicesAndThenNotAgain() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_234; i++) {
            lines.append("{\"id\": %d, \"title\": \"T%d\"}\n".formatted(i, i));
        }
        write(lines.toString());
        try (Polls polls = polls()) {
            assertThat(polls.items())
                    .satisfies(slice -> assertThat(slice.more()).isTrue());
            assertThat(polls.items().items().get(0).getItemId()).isEqualTo("feed:test:500");
            Fetched.Items last = polls.items();
            assertThat(last.items()).hasSize(234);
            assertThat(last.more()).isFalse();
            assertThat(polls.cursor().getMarks()).containsEntry("line", "1234");
            assertThat(polls.poll()).isInstanceOf(Fetched.NotModified.class);
            Files.writeString(
                    folder.resolve("items.ndjson"), "{\"id\": \"new\", \"title\": \"N\"}", StandardOpenOption.APPEND);
            assertThat(polls.items().items()).extracting(SourceItem::getItemId).containsExactly("feed:test:new");
        }
    }

    @Test
    void badLinesAreRejectedByNumber() throws Exception {
        write(
                "{\"id\": \"a\", \"title\": \"A\"}\r\n\n{\"id\": broken\n[1]\n{\"title\": \"no id\"}\n{\"id\": \"e\"}\n\"x\"\n{\"id\":\"z\",\"body\":\"Only a body.\"}\n");
        try (Polls polls = polls()) {
            Fetched.Items fetched = polls.items();
            assertThat(fetched.items()).extracting(SourceItem::getTitle).containsExactly("A", "Only a body.");
            assertThat(fetched.rejected())
                    .extracting(rejected -> rejected.itemId())
                    .containsExactly(
                            "feed:test:line-3",
                            "feed:test:line-4",
                            "feed:test:line-5",
                            "feed:test:e",
                            "feed:test:line-7");
            assertThat(fetched.rejected().get(0).reason()).contains("Line 3 is not JSON");
            assertThat(fetched.listed()).isEqualTo(7);
        }
    }

    @Test
    void aLineOfManyMegabytesIsRejectedAndTheNextIsRead() throws Exception {
        write("{\"id\": \"a\", \"title\": \"" + "x".repeat(5_000_000) + "\"}\n{\"id\": \"b\", \"title\": \"B\"}\n");
        try (Polls polls = polls()) {
            Fetched.Items fetched = polls.items();
            assertThat(fetched.items()).extracting(SourceItem::getTitle).containsExactly("B");
            assertThat(fetched.rejected()).singleElement().satisfies(rejected -> {
                assertThat(rejected.raw()).hasSize(512 * 1024);
                assertThat(rejected.reason()).contains("Line 1 is longer than 1048576 bytes");
            });
        }
    }

    @Test
    void brokenUtf8IsMended() throws Exception {
        byte[] line = "{\"id\": \"a\", \"title\": \"caf~\"}".getBytes(StandardCharsets.UTF_8);
        line[line.length - 3] = (byte) 0xe9;
        Files.write(folder.resolve("items.ndjson"), line);
        try (Polls polls = polls()) {
            assertThat(polls.items().items().get(0).getTitle()).isEqualTo("caf\ufffd");
        }
    }

    @Test
    void aFileThatIsMissingOrHasShrunkIsNamed() throws Exception {
        try (Polls polls = polls()) {
            assertThat(polls.failure()).contains("items.ndjson", "not a file");
            write("{\"id\": \"a\", \"title\": \"A\"}\n");
            polls.items();
            write("");
            assertThat(polls.failure()).contains("shrunk");
        }
        try (Polls odd = new Polls(
                new FileConnector(), Polls.source(Connector.FILE, URI.create("file://elsewhere/x"), Map.of()))) {
            assertThat(odd.failure()).contains("file://elsewhere/x");
        }
    }

    private void write(String lines) throws IOException {
        Files.writeString(folder.resolve("items.ndjson"), lines);
    }

    private Polls polls() {
        URI file = folder.resolve("items.ndjson").toUri();
        return new Polls(new FileConnector(), Polls.source(Connector.FILE, file, Map.of()));
    }
}
