package org.courant.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2025-10-03T12:00:00Z");

    @Test
    void maxAgeCountsWithoutTheAgeThatTheAnswerHasAlready() {
        assertThat(Freshness.of(reply("Cache-Control", "public, max-age=600", "Age", "60"), NOW))
                .contains(Duration.ofMinutes(9));
    }

    @Test
    void expiresCountsFromTheServersOwnClock() {
        Reply reply = reply("Date", "Thu, 02 Oct 2025 12:00:00 GMT", "Expires", "Thu, 02 Oct 2025 12:10:00 GMT");
        assertThat(Freshness.of(reply, NOW)).contains(Duration.ofMinutes(10));
    }

    @Test
    void aDayIsCutToAnHour() {
        assertThat(Freshness.of(reply("Cache-Control", "max-age=86400"), NOW)).contains(Duration.ofHours(1));
    }

    @Test
    void whatIsNotToBeStoredIsNeverFresh() {
        assertThat(Freshness.of(reply("Cache-Control", "no-cache, max-age=600"), NOW))
                .isEmpty();
        assertThat(Freshness.of(reply("Cache-Control", "max-age=0"), NOW)).isEmpty();
        assertThat(Freshness.of(reply("Expires", "0"), NOW)).isEmpty();
        assertThat(Freshness.of(reply(), NOW)).isEmpty();
    }

    private static Reply reply(String... headers) {
        HeaderGroup group = new HeaderGroup();
        for (int i = 0; i < headers.length; i += 2) {
            group.addHeader(new BasicHeader(headers[i], headers[i + 1]));
        }
        return new Reply(200, group, new byte[0]);
    }
}
