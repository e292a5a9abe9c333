package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.courant.publish.Library;
import org.courant.publish.view.DigestTables;
import org.courant.publish.view.EntryFilter;
import org.courant.publish.view.SearchResult;
import org.courant.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** What a large day costs a reader. */
final class PageWeightTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 24);
    private static final int KIB = 1024;

    @Test
    void anEditionOfFiveHundredRealEntriesIsLightOnTheWire() throws IOException {
        DigestTables tables = Library.tables(SharedData.requireFolder("arxiv"), DAY, 500);
        try (TestWeb web = new TestWeb(tables)) {
            int page = transferred(web, "/editions/2026-06-24");
            int rest = 0;
            for (String asset : web.page("/").select("link[rel=stylesheet], script").stream()
                    .map(element -> element.attr("href") + element.attr("src"))
                    .toList()) {
                rest += transferred(web, asset);
            }
            assertThat(web.page("/").select(".entry")).hasSize(500);
            assertThat(page + rest).isLessThan(200 * KIB);
        }
    }

    @Test
    void aSearchOfThousandsOfEntriesIsDone() {
        DigestTables tables = new DigestTables();
        Library.entries(SharedData.requireFolder("arxiv"), DAY, 5_000)
                .forEach(entry -> tables.putEntry(entry.getEntryId(), entry));
        int found = 0;
        for (int i = 0; i < 100; i++) {
            for (String query :
                    new String[] {"language model", "\"chain of thought\"", "robot*", "diffusoin~", "smith"}) {
                SearchResult result = tables.search(query, EntryFilter.ALL, Optional.empty(), 30);
                found += result.hits().size();
            }
        }
        assertThat(found).isPositive();
    }

    private static int transferred(TestWeb web, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + web.port() + path).toURL().openConnection();
        connection.setRequestProperty("Accept-Encoding", "gzip");
        try (InputStream body = connection.getInputStream()) {
            return body.readAllBytes().length;
        } finally {
            connection.disconnect();
        }
    }
}
