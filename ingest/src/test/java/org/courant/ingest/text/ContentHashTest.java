package org.courant.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final Instant NOW = Instant.parse("2025-10-03T12:00:00Z");

    @Test
    void theFormIsTheOneThatIsWrittenDown() {
        assertThat(ContentHash.of(item()))
                .isEqualTo("842020d94e59befd34fe0cdbb8f5e4d3fe0d2fcee7b38520daa08a942b8598d6");
    }

    @Test
    void whatAnItemSaysChangesTheHash() {
        String hash = ContentHash.of(item());
        assertThat(Stream.of(
                                item().setItemId("feed:a:2"),
                                item().setIdentities(List.of("feed:a:2")),
                                item().setTitle("Other"),
                                item().setBody("Other"),
                                item().setUrl("https://example.org/2"),
                                item().setAuthors(List.of("Jane Doe", "John Roe", "X")),
                                item().setAuthors(List.of("Jane DoeJohn Roe")),
                                item().setCategories(List.of()),
                                item().setVersion(2),
                                item().setAnnounceType(null),
                                item().setAnnounceType(""))
                        .map(ContentHash::of))
                .doesNotContain(hash)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatChangesByItselfDoesNot() {
        SourceItem.Builder later = item().setPublishedAt(NOW)
                .setUpdatedAt(NOW)
                .setFetchedAt(NOW.plusSeconds(1))
                .setFetchUrl("https://example.org/other")
                .setLicence("https://example.org/licence")
                .setAttributes(Map.of("replies", "7"));
        assertThat(ContentHash.of(later)).isEqualTo(ContentHash.of(item()));
    }

    private static SourceItem.Builder item() {
        return SourceItem.newBuilder()
                .setItemId("feed:a:1")
                .setIdentities(List.of("url:https://example.org/1", "feed:a:1"))
                .setSourceId("a")
                .setSourceKind(SourceKind.MEDIA)
                .setSourceName("A")
                .setTitle("A title with $\\frac{1}{2}$")
                .setBody("Text")
                .setUrl("https://example.org/1")
                .setAuthors(List.of("Jane Doe", "John Roe"))
                .setCategories(List.of("cs.AI"))
                .setVersion(1)
                .setAnnounceType("new")
                .setAttributes(Map.of())
                .setFetchedAt(NOW)
                .setFetchUrl("https://example.org/feed");
    }
}
