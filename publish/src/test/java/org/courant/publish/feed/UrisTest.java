package org.courant.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrisTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://arxiv.org/abs/2606.23595?x=a+b&y=%41&z=~(1)*#s/?",
                "http://[::1]:8080/a;b=c",
                "http://user@a_b.example:80/",
                "HTTPS://EXAMPLE.ORG"
            })
    void anAddressStaysAsItIs(String url) {
        assertThat(Uris.web(url)).contains(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://\u65E5\u672C.example/\u672C?q=\u00E9#\u00E9, https://xn--wgv71a.example/%E6%9C%AC?q=%C3%A9#%C3%A9",
        "https://example.org/100%?50%of=%4, https://example.org/100%25?50%25of=%254",
        "https://example.org\\a\\b?c\\d, https://example.org/a/b?c%5Cd",
        "https://example.org/a[1]|{2}#b#c, https://example.org/a%5B1%5D%7C%7B2%7D#b%23c",
        "http://example.org:/a, http://example.org/a"
    })
    void whatIsNearlyAnAddressIsEscaped(String url, String uri) {
        assertThat(Uris.web(url)).contains(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "mailto:ann@example.org",
                "/abs/1",
                "http://[::1/a",
                "http://user:pass@/",
                "http://example.org:port/",
                "http://exa<mple/"
            })
    void whatHasNoHostLeadsNowhere(String url) {
        assertThat(Uris.web(url)).isEmpty();
    }

    @Test
    void anIdKeepsWhatAUriMayHold() {
        assertThat(Uris.ofId("arxiv:2606.23595")).isEqualTo("arxiv:2606.23595");
        assertThat(Uris.ofId("url:https://a.example/b?c=%20#d")).isEqualTo("url:https://a.example/b?c=%20#d");
        assertThat(Uris.ofId("feed:a:50% [1] #2 #3")).isEqualTo("feed:a:50%25%20%5B1%5D%20#2%20%233");
    }
}
