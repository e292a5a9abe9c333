package org.courant.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://Example.ORG,                            https://example.org",
        "https://example.org/,                          https://example.org",
        "https://example.org:443/a/,                    https://example.org/a",
        "http://example.org:80/a,                       https://example.org/a",
        "https://example.org:8443/a,                    https://example.org:8443/a",
        "https://user:secret@example.org/a,             https://example.org/a",
        "https://example.org/a#part,                    https://example.org/a",
        "https://example.org/a?utm_source=x&id=7,       https://example.org/a?id=7",
        "https://example.org/a?b=2&a=1&fbclid=z,        https://example.org/a?b=2&a=1",
        "https://example.org/a?,                        https://example.org/a",
        "https://example.org/a/./b/../c,                https://example.org/a/c",
        "https://example.org/%7euser/%e4%bd%a0,         https://example.org/~user/%E4%BD%A0",
        "https://example.org/你,                         https://example.org/%E4%BD%A0",
        "https://bücher.example/x,                      https://xn--bcher-kva.example/x",
        "https://xn--bcher-kva.example/x,               https://xn--bcher-kva.example/x",
        "https://example.org./a,                        https://example.org/a",
        "https://example.org/100%,                      https://example.org/100%25",
        "https://[2001:DB8::1]:443/a,                   https://[2001:db8::1]/a",
    })
    void spellingsOfOneAddressHaveOneForm(String spelling, String canonical) {
        assertThat(CanonicalUrl.parse(spelling)).map(CanonicalUrl::toString).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "https://arxiv.org/abs/2606.23595v2,            arxiv:2606.23595",
        "http://arxiv.org/pdf/2606.23595.pdf,           arxiv:2606.23595",
        "https://www.arxiv.org/html/2606.23595v1,       arxiv:2606.23595",
        "https://export.arxiv.org/abs/hep-th/9901001,   arxiv:hep-th/9901001",
        "https://doi.org/10.48550/arXiv.2606.23595,     arxiv:2606.23595",
        "https://dx.doi.org/10.1145/3292500.3330701,    doi:10.1145/3292500.3330701",
        "https://doi.org/10.1145%2F3292500.3330701,     doi:10.1145/3292500.3330701",
        "https://arxiv.org/list/cs.AI/new,              url:https://arxiv.org/list/cs.AI/new",
        "https://example.org/abs/2606.23595,            url:https://example.org/abs/2606.23595",
        "https://huggingface.co/papers/2606.23595,      arxiv:2606.23595",
        "https://www.alphaxiv.org/overview/2606.23595v1, arxiv:2606.23595",
        "https://huggingface.co/papers/trending,        url:https://huggingface.co/papers/trending",
        "https://huggingface.co/papers?date=2026-06-25, url:https://huggingface.co/papers?date=2026-06-25",
        "https://www.biorxiv.org/content/10.1101/2025.11.03.123456v1?rss=1, doi:10.1101/2025.11.03.123456",
        "https://www.medrxiv.org/content/10.1101/2025.11.03.123456v2.full.pdf, doi:10.1101/2025.11.03.123456",
        "https://www.tandfonline.com/doi/full/10.1080/123.2025.1, doi:10.1080/123.2025.1",
        "https://dl.acm.org/doi/10.1145/3292500.3330701, doi:10.1145/3292500.3330701",
        "https://example.org/doi/10.1145/3292500.3330701/figures, url:https://example.org/doi/10.1145/3292500.3330701/figures",
    })
    void anAddressOfAPaperIsThePaper(String url, String identity) {
        assertThat(Identity.ofUrl(url)).map(Identity::toString).contains(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mailto:a@example.org",
                "javascript:alert(1)",
                "//example.org/a",
                "https://",
                "https://example.org:99999/",
                "ftp://example.org/",
                "https://exa mple.org/"
            })
    void whatIsNoWebAddressHasNoForm(String text) {
        assertThat(CanonicalUrl.parse(text)).isEmpty();
    }

    @RepeatedTest(500)
    void theFormOfAFormIsItself(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        String url = randomUrl(random);
        CanonicalUrl once = CanonicalUrl.parse(url).orElseThrow(() -> new AssertionError("not read: " + url));

        assertThat(CanonicalUrl.parse(once.toString())).as(url).contains(once);
        assertThat(Identity.parse(once.identity().toString())).contains(once.identity());
    }

    private static String randomUrl(Random random) {
        List<String> parts = List.of(
                "a", "%2f", "%", "%zz", "..", ".", "é", "你", "~", "%7E", "A", "//", "/", "+", " ", "\"", "<", "|");
        StringBuilder url = new StringBuilder(random.nextBoolean() ? "http://" : "HTTPS://");
        url.append(List.of("example.org", "EXAMPLE.org:443", "u@example.org", "bücher.example:81", "a.b.c.")
                .get(random.nextInt(5)));
        append(url.append('/'), parts, random);
        if (random.nextBoolean()) {
            append(url.append('?'), List.of("a=1", "&", "utm_x=2", "b", "=", "%41", "é", "/", "?", "fbclid=3"), random);
        }
        return random.nextInt(3) == 0 ? url.append("#f?/").toString() : url.toString();
    }

    private static void append(StringBuilder url, List<String> parts, Random random) {
        for (int i = random.nextInt(8); i > 0; i--) {
            url.append(parts.get(random.nextInt(parts.size())));
        }
    }
}
