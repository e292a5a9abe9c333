package org.courant.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {
    private final UrlRules rules = new UrlRules(UrlRules.WEB_PORTS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/feed",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:http://example.org!/a",
                "/feed",
                "http:///feed",
                "http:feed",
                "http://user@example.org/",
                "http://user:secret@example.org/",
                "http://example.org:8080/",
                "http://example.org:22/",
                "http://example.org:0/",
                "http://under_score/"
            })
    void whatIsNoPlainWebAddressIsRefused(String url) {
        assertThat(rules.objection(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/", "http://017700000001/", "http://0x7f000001/", "http://0x7f.1/", "http://127.1/",
                "http://0177.0.0.1/", "http://127.0.0.01/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://1.2.3.4./"
            })
    void anAddressThatResolversReadDifferentlyIsRefused(String url) {
        assertThat(rules.objection(URI.create(url))).isPresent();
        assertThat(new UrlRules(Set.of()).objection(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://example.org:443/feed?page=1",
                "HTTP://EXAMPLE.ORG:80/",
                "http://8.8.8.8/",
                "http://[2606:4700::1111]/",
                "http://3com.example/",
                "http://example.x123/"
            })
    void aPlainWebAddressMayBeAsked(String url) {
        assertThat(rules.objection(URI.create(url))).isEmpty();
    }
}
