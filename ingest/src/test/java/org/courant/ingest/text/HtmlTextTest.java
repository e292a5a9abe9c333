package org.courant.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.courant.ingest.feed.SafeJson;
import org.courant.testkit.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    private static final Pattern SCRIPT =
            Pattern.compile("<\\s*script|javascript:|<\\s*iframe|<\\w+[^>]*\\son\\w+\\s*=", Pattern.CASE_INSENSITIVE);

    @Test
    void blocksBecomeParagraphs() {
        assertThat(HtmlText.toText(
                        "<h1>Title</h1><p>One\n two.</p>\n<p>Three.</p><blockquote><p>Four</p></blockquote>end"))
                .isEqualTo("Title\n\nOne two.\n\nThree.\n\nFour\n\nend");
    }

    @Test
    void breaksAndListsBecomeLines() {
        assertThat(HtmlText.toText("a<br>b<br><br>c<ul><li>one</li><li><p>two</p></li></ul><ol><li>x<li>y</ol>"))
                .isEqualTo("a\nb\n\nc\n\n- one\n- two\n\n1. x\n2. y");
    }

    @Test
    void codeKeepsItsLines() {
        assertThat(HtmlText.toText("<p>See:</p><pre><code>def f(x):\n    return x\n</code></pre><p>Done</p>"))
                .isEqualTo("See:\n\ndef f(x):\n    return x\n\nDone");
    }

    @Test
    void cellsAreApart() {
        assertThat(HtmlText.toText("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"))
                .isEqualTo("a b\nc");
    }

    @Test
    void entitiesAreDecodedOnce() {
        assertThat(HtmlText.toText("AT&amp;T &amp;lt;b&amp;gt; &#8217; &nbsp;x"))
                .isEqualTo("AT&T &lt;b&gt; \u2019 x");
    }

    @Test
    void whatOnlyABrowserRunsIsLeftOut() {
        assertThat(HtmlText.toText("a<script>alert(1)</script><style>b{}</style><iframe>c</iframe>"
                        + "<noscript>d</noscript><!-- e --><svg><text>f</text></svg>g"))
                .isEqualTo("ag");
    }

    @Test
    void aFrameThatIsClosedLikeXmlDoesNotSwallowTheRest() {
        assertThat(HtmlText.toText("before<iframe src='x'/> after")).isEqualTo("before after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$\\frac{a}{b} \\leq x_1$",
                "\\(a &amp; b\\)",
                "\\[\\sum_{i}\\]",
                "$1/T^{\\frac{2}{13}}$",
                "\\textbf{x}~\\cite{y}"
            })
    void texInTextStays(String tex) {
        assertThat(HtmlText.toText("<p>We show " + tex + ".</p>"))
                .isEqualTo("We show " + tex.replace("&amp;", "&") + ".");
    }

    @Test
    void formulasThatPagesDrawBecomeTexAgain() {
        assertThat(HtmlText.toText("a <script type=\"math/tex\">x<y</script> b"))
                .isEqualTo("a $x<y$ b");
        assertThat(HtmlText.toText("a <span class=\"math\">\\frac{1}{2}  x</span> b"))
                .isEqualTo("a $\\frac{1}{2}  x$ b");
        assertThat(HtmlText.toText("a <span class='katex'><span class='katex-mathml'><math><semantics><mi>x</mi>"
                        + "<annotation encoding='application/x-tex'>x^2</annotation></semantics></math></span>"
                        + "<span class='katex-html'>x2</span></span> b"))
                .isEqualTo("a $x^2$ b");
        assertThat(HtmlText.toText("a <span class=\"math inline\">\\(x\\)</span> b"))
                .isEqualTo("a \\(x\\) b");
    }

    @Test
    void invisibleCharactersAreRemoved() {
        assertThat(HtmlText.toText("pass\u200bword \u202eevil\u202c \ufeffx&#8203;y&shy;z"))
                .isEqualTo("password evil xyz");
        assertThat(HtmlText.toText("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
                .isEqualTo("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
    }

    @Test
    void aTitleIsOneLine() {
        assertThat(HtmlText.toLine("A <b>bold</b>\n<br>title &amp; more")).isEqualTo("A bold title & more");
    }

    @Test
    void plainTextIsToldFromHtml() {
        assertThat(HtmlText.isLikely("x < y and a<b$ but $c>d$")).isFalse();
        assertThat(HtmlText.isLikely("Q&A: R&D in <10 steps")).isFalse();
        assertThat(HtmlText.isLikely("How we dropped <blink> and <s>")).isFalse();
        assertThat(HtmlText.isLikely("for all a<b and c>d we have more")).isFalse();
        assertThat(HtmlText.isLikely("List<String> is a <b> with no end")).isFalse();
        assertThat(HtmlText.isLikely("a <b>bold</b> word")).isTrue();
        assertThat(HtmlText.isLikely(" <div>A text that was cut ...")).isTrue();
        assertThat(HtmlText.isLikely("Why a <table> is no layout")).isFalse();
        assertThat(HtmlText.isLikely("<p>A paragraph")).isTrue();
        assertThat(HtmlText.isLikely("see <a href=/x>this")).isTrue();
        assertThat(HtmlText.isLikely("a <br/> b")).isTrue();
        assertThat(HtmlText.isLikely("caf&eacute;")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10<sup>6</sup> tokens,10\u2076 tokens",
        "40 kg m<sup>-2</sup> of CO<sub>2</sub>,40 kg m\u207b\u00b2 of CO2",
        "x<sup>k</sup> and e<sup>x+1</sup>,x^k and e^(x+1)",
        "as shown<sup><a href='#n'>12</a></sup>.,as shown\u00b9\u00b2.",
        "the 21<sup>st</sup> of A<sup>TM</sup>,the 21st of ATM",
        "<math><msup><mi>x</mi><mn>2</mn></msup></math> grows,x\u00b2 grows",
        "a<sup></sup>b,ab"
    })
    void whatIsRaisedIsNotRunTogetherWithWhatItStandsOn(String html, String text) {
        assertThat(HtmlText.toText(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<![CDATA[some words]]>", "<![CDATA[<p>some words</p>]]>", "<p><![CDATA[some]]> words</p>"})
    void aSectionThatWasEscapedKeepsItsWords(String html) {
        assertThat(HtmlText.isLikely(html)).isTrue();
        assertThat(HtmlText.toText(html)).isEqualTo("some words");
    }

    @Test
    void aListIsCountedFromItsStart() {
        assertThat(HtmlText.toText("<ol start='3'><li>c<li>d</ol><ol start='x'><li>a</ol>"))
                .isEqualTo("3. c\n4. d\n\n1. a");
    }

    @Test
    void whatHasBeenTakenBackIsNotSaid() {
        assertThat(HtmlText.toText("It scores <del>91</del> <ins>19</ins> points, <s>not</s> as before."))
                .isEqualTo("It scores 19 points, as before.");
    }

    @Test
    void deepNestingIsNoProblem() {
        assertThat(HtmlText.toText("<div>".repeat(100_000) + "x")).isEqualTo("x");
    }

    @Test
    void noAttackLeavesAScript() throws JsonProcessingException {
        int payloads = 0;
        for (String line : Archive.lines("hostile", "xss-dompurify.jsonl.gz")) {
            JsonNode attack = SafeJson.read(line);
            String text = HtmlText.toText(attack.path("payload").asText());
            assertThat(SCRIPT.matcher(text).find())
                    .as(attack + " becomes " + text)
                    .isFalse();
            payloads++;
        }
        assertThat(payloads).isGreaterThan(50);
    }

    @Test
    void noNaughtyStringLeavesAnInvisibleCharacter() throws JsonProcessingException {
        for (String line : Archive.lines("hostile", "naughty-strings.jsonl.gz")) {
            String naughty = SafeJson.read(line).asText();
            for (String text :
                    new String[] {HtmlText.toText(naughty), HtmlText.toLine(naughty), CleanText.line(naughty)}) {
                assertThat(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'))
                        .as(line)
                        .isTrue();
            }
        }
    }
}
