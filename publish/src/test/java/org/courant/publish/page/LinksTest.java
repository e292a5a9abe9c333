package org.courant.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://arxiv.org/abs/2606.23595",
                "http://a.example",
                "HTTPS://a.example/?q=<script>&x=\"'",
                "https://münchen.example/ü|x",
                "https://a.example:8443/a/../b#c"
            })
    void addressesOnTheWebAreLinks(String url) {
        assertThat(Links.toWeb(url)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "javascript://a.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "//a.example/x",
                "/entries/x",
                "https:a.example",
                "https:///x",
                "https://",
                "https://a.example/\u0000x",
                "https://a.example/ x",
                "https://a.example\\@b.example\t",
                "\u0001https://a.example",
                "https://a.example\nhttps://b.example"
            })
    void anythingElseIsNone(String url) {
        assertThat(Links.toWeb(url)).isEmpty();
    }

    @Test
    void aPermalinkHoldsAnyId() {
        assertThat(Links.toEntry("arxiv:2606.23595")).isEqualTo("/entries/arxiv:2606.23595");
        String id = "url:https://a.example/b?c=d%20e+f&g=h#i ü\"<";
        String link = Links.toEntry(id);
        assertThat(link).matches("/entries/[A-Za-z0-9.:%*_-]+");
        assertThat(URI.create(link).getPath()).isEqualTo("/entries/" + id);
    }
}
