package org.courant.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.courant.ingest.feed.SafeJson;
import org.courant.testkit.Archive;
import org.junit.jupiter.api.Test;

/** URLs from collections of attacks on servers that fetch what they are told. */
class HostileUrlsTest {
    private static final Instant NOW = Instant.parse("2025-10-03T12:00:00Z");
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");
    /** Names that exist, and whose pages are about attacks rather than targets of them. */
    private static final Pattern PUBLIC =
            Pattern.compile(".*\\.(?:com|net|org|io|re|gov\\.au|me|dev|cloud|readthedocs\\.io)");

    @Test
    void noUrlLeadsToASpecialAddress() throws JsonProcessingException, InterruptedException {
        HttpSettings settings = new HttpSettings(
                "test", HttpLimits.STANDARD.within(Duration.ofSeconds(10)), new Pace(Duration.ZERO, Map.of()));
        HostGate gate = new HostGate(settings.pace(), () -> NOW, HostGate.Pause.SLEEP);
        int refused = 0;
        try (PoliteClients clients = new PoliteClients(settings, () -> NOW, gate, HostileUrlsTest::resolve)) {
            PoliteHttp http = clients.http("group", new UrlRules(UrlRules.WEB_PORTS), clients.exchange(false));
            for (String line : Archive.lines("hostile", "ssrf-urls.jsonl.gz")) {
                Optional<URI> uri = WebUri.parse(SafeJson.read(line).asText());
                boolean elsewhere =
                        uri.map(URI::getHost).filter(PUBLIC.asMatchPredicate()).isPresent();
                if (uri.isPresent() && !elsewhere) {
                    Answer answer = http.get(uri.get(), Conditions.NONE, Accept.FEED);
                    assertThat(answer).as(line).isInstanceOf(Answer.Failed.class);
                    assertThat(((Answer.Failed) answer).reason()).as(line).doesNotContain("did not answer");
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    /** Addresses are what they are; any name is that of a cloud's metadata service. */
    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return ADDRESS.matcher(host).matches()
                ? InetAddress.getAllByName(host)
                : new InetAddress[] {InetAddress.getByName("169.254.169.254")};
    }
}
