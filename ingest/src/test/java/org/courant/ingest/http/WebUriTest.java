package org.courant.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebUriTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org/a b?q=ä      | https://example.org/a%20b?q=%C3%A4",
                "https://exämple.org/             | https://xn--exmple-cua.org/",
                "https://example.org/100%/x%20y   | https://example.org/100%25/x%20y",
                "https://example.org/a[0].html    | https://example.org/a%5B0%5D.html",
                "http://[2606:4700::1111]:80/x    | http://[2606:4700::1111]:80/x",
                "https://example.org/a^{b}        | https://example.org/a%5E%7Bb%7D"
            })
    void illegalCharactersAreEscaped(String text, String expected) {
        assertThat(WebUri.parse(text)).map(URI::toString).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a/b,      c,                  https://example.org/a/c",
        "https://example.org,          c,                  https://example.org/c",
        "https://example.org/a/b?x=1,  ?y=2,               https://example.org/a/b?y=2",
        "https://example.org/a/b,      /c/../d,            https://example.org/d",
        "https://example.org/a,        //other.example/x,  https://other.example/x",
        "https://example.org/a,        http://x.example#f, http://x.example"
    })
    void aReferenceIsResolvedAsBrowsersDo(String base, String reference, String expected) {
        assertThat(WebUri.resolve(URI.create(base), reference)
                        .map(URI::normalize)
                        .map(URI::toString))
                .contains(expected);
    }

    @Test
    void whatIsNoAddressIsNone() {
        assertThat(WebUri.parse("http://")).isEmpty();
        assertThat(WebUri.parse(":::")).isEmpty();
    }
}
