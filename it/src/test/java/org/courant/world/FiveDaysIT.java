package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.courant.testkit.UpstreamWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Days of three arXiv categories and a forum through {@code courant local}, as an operator runs it, against the
 * simulated outside world. System property {@code courant.days} says how many: 3 unless it is set, 5 at most.
 */
class FiveDaysIT {
    private static final List<LocalDate> DAYS =
            List.of(day(3), day(6), day(7), day(8), day(9)).subList(0, Integer.getInteger("courant.days", 3));
    private static final List<String> CATEGORIES = List.of("cs.AI", "cs.CL", "cs.LG");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static UpstreamWorld world;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void startTheWorld() {
        world = UpstreamWorld.startOrSkip(DAYS.get(0));
    }

    @AfterAll
    static void stopTheWorld() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void everyPaperBecomesOneEntryAndASecondRunAddsNothing() throws IOException {
        Path config = Files.writeString(folder.resolve("courant.yaml"), settings());
        Map<String, Set<String>> truth = truth();
        Map<String, JsonNode> entries;
        Map<String, Long> written;
        try (LocalCourant courant = LocalCourant.start(folder, config)) {
            liveThrough(courant);
            entries = courant.papers();
            written = courant.settledOffsets();
            assertThat(world.etiquette(Duration.ofSeconds(3)).get("violations")).isEmpty();
        }
        assertThat(entries.keySet()).isEqualTo(truth.keySet());
        assertThat(appearances(entries)).isEqualTo(truth);

        world.clearLog();
        try (LocalCourant courant = LocalCourant.start(folder, config)) {
            liveThrough(courant);
            assertThat(courant.settledOffsets()).isEqualTo(written);
            assertThat(courant.papers()).isEqualTo(entries);
            assertThat(world.etiquette(Duration.ofSeconds(3)).get("violations")).isEmpty();
        }
    }

    /** Moves the date on when every category has been read that day and every paper of it has been published. */
    private static void liveThrough(LocalCourant courant) {
        for (LocalDate day : DAYS) {
            world.setDate(day);
            Set<String> expected = idsUpTo(day);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(categoriesReadOn(day)).containsExactlyInAnyOrderElementsOf(CATEGORIES);
                assertThat(courant.papers().keySet()).containsAll(expected);
            });
        }
    }

    private static Set<String> categoriesReadOn(LocalDate day) {
        Set<String> read = new TreeSet<>();
        for (JsonNode request : world.log()) {
            boolean answered = request.path("status").asInt() == 200
                    || request.path("status").asInt() == 304;
            String path = request.path("path").asText();
            if (answered
                    && path.matches("/(rss|atom)/.*")
                    && request.path("date").asText().equals(day.toString())) {
                read.add(path.replaceFirst("^/(rss|atom)/", ""));
            }
        }
        return read;
    }

    /** The feeds in which each paper was delivered, by arXiv id. */
    private static Map<String, Set<String>> truth() {
        Map<String, Set<String>> feeds = new TreeMap<>();
        JsonNode ids =
                world.truth(DAYS.get(0), DAYS.get(DAYS.size() - 1), CATEGORIES).get("ids");
        ids.fieldNames().forEachRemaining(id -> {
            Set<String> names = feeds.computeIfAbsent(id, unseen -> new TreeSet<>());
            ids.get(id).get("feeds").forEach(feed -> names.add("arXiv " + feed.asText()));
        });
        return feeds;
    }

    private static Set<String> idsUpTo(LocalDate day) {
        Set<String> ids = new TreeSet<>();
        world.truth(DAYS.get(0), day, CATEGORIES).get("ids").fieldNames().forEachRemaining(ids::add);
        return ids;
    }

    private static Map<String, Set<String>> appearances(Map<String, JsonNode> entries) {
        Map<String, Set<String>> names = new TreeMap<>();
        entries.forEach((id, entry) -> entry.get("appearances")
                .forEach(appearance -> names.computeIfAbsent(id, unseen -> new TreeSet<>())
                        .add(appearance.get("sourceName").asText())));
        return names;
    }

    private static String settings() {
        StringBuilder yaml = new StringBuilder("""
                local: {kafka-port: 0, registry-port: 0}
                ingest: {contact: test@example.org, health-port: 0}
                enrich: {health-port: 0}
                sources:
                """);
        for (String category : CATEGORIES) {
            yaml.append("""
                      - id: %s
                        kind: arxiv
                        category: %s
                        format: %s
                        url: %s
                        every: 2s
                        allowPrivateAddresses: true
                    """.formatted(
                            category.toLowerCase(Locale.ROOT).replace('.', '-'),
                            category,
                            category.equals("cs.LG") ? "atom" : "rss",
                            world.baseUrl()));
        }
        return yaml.append("""
                  - id: forum
                    kind: discourse
                    name: The forum
                    url: %s
                    every: 5s
                    allowPrivateAddresses: true
                """.formatted(world.baseUrl())).toString();
    }

    private static LocalDate day(int ofOctober) {
        return LocalDate.of(2025, 10, ofOctober);
    }
}
