package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.courant.testkit.Archive;
import org.courant.testkit.HttpFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {
    @Test
    void anExternalEntityIsNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        try (HttpFixture site = HttpFixture.start()) {
            String document = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY file SYSTEM \"" + secret.toUri()
                    + "\"><!ENTITY web SYSTEM \"" + site.uri("/entity") + "\"><!ENTITY % more SYSTEM \""
                    + site.uri("/more")
                    + "\"> %more;]><rss><title>&file;&web;</title></rss>";
            XmlElement root = parsed(document);
            assertThat(root.text()).doesNotContain("the secret").isEqualTo("&file;&web;");
            assertThat(site.requests()).isEmpty();
        }
    }

    @Test
    void anExternalSubsetIsNotFetched() {
        try (HttpFixture site = HttpFixture.start()) {
            parsed("<!DOCTYPE rss SYSTEM \"" + site.uri("/rss.dtd") + "\"><rss/>");
            assertThat(site.requests()).isEmpty();
        }
    }

    @Test
    void entitiesOfTheDocumentAreNotExpanded() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        assertThat(parsed(bomb + "]><rss>&a29;</rss>").text()).isEqualTo("&a29;");
    }

    @Test
    void theDoctypeOfRss091IsSkipped() {
        String document = """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- a comment with <!DOCTYPE in it -->
                <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
                    "http://my.netscape.com/publish/formats/rss-0.91.dtd" [
                  <!-- ]> --> <!ENTITY x "]>"> <?pi ]> ?>
                ]>
                <rss version="0.91"><channel><title>Caf&eacute; &nbsp;&amp; &undefined; bar</title></channel></rss>
                """;
        assertThat(parsed(document).text()).isEqualTo("Caf\u00e9 \u00a0& &undefined; bar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  \n<rss><t>x</t></rss>",
                "\ufeff<rss><t>x</t></rss>",
                "\u0000\u0001<rss><t>\u0008x</t></rss>\u0000",
                "Warning: line 3<br/><?xml version=\"1.0\"?><rss><t>x</t></rss>",
                "<rss><t>&#8;x&#xffff;</t></rss>",
                "<rss><t>x</t></rss><script>ad()</script>",
                "<rss><t>x</rss>",
                "<rss><t>x<br></t></rss>",
                "<?xml version=\"1.7\" encoding=\"no-such\"?><rss><t>x</t></rss>",
                "<rss><foo:t>x</foo:t></rss>",
                "<rss><t a=\"1\" a=\"2\">x</t></rss>",
                "<rss><t>x</t></rss"
            })
    void brokenDocumentsAreMended(String document) {
        assertThat(parsed(document).text()).isEqualTo("x");
    }

    @Test
    void bareAmpersandsAreText() {
        assertThat(parsed("<rss><link>http://x/?a=1&b=2&c</link></rss>").text()).isEqualTo("http://x/?a=1&b=2&c");
        assertThat(parsed("<rss><t>AT&T <![CDATA[R&D &nbsp;]]></t></rss>").text())
                .isEqualTo("AT&T R&D &nbsp;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "plain text", "{}", "<rss><item><title>cut in the mid", "<rss>", "<!DOCTYPE rss ["})
    void whatEndsInTheMiddleOrIsNoXmlIsUnreadable(String document) {
        assertThat(SafeXml.parse(document.getBytes(StandardCharsets.UTF_8), "")).isInstanceOf(Xml.Unreadable.class);
    }

    @Test
    void depthAttributesAndElementsAreLimited() {
        assertThat(unreadable("<rss>" + "<a>".repeat(300) + "</a>".repeat(300) + "</rss>"))
                .contains("200 levels");
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        assertThat(unreadable("<rss><a" + attributes + "/></rss>")).contains("100 attributes");
        assertThat(unreadable("<rss>" + "<a/>".repeat(600_000) + "</rss>")).contains("500000 elements");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'',UTF-8",
        "ISO-8859-1,'',ISO-8859-1",
        "windows-1252,'',iso-8859-1",
        "UTF-16,'',UTF-16",
        "UTF-16LE,'',UTF-16",
        "UTF-16BE,'',UTF-16",
        "UTF-32BE,'',UTF-32",
        "ISO-8859-1,text/xml;charset=ISO-8859-1,''",
        "UTF-8,text/xml; charset=iso-8859-1,utf-8",
        "UTF-8,text/xml; charset=\"utf-16\",''",
        "IBM037,'',cp037",
        "windows-1252,'',utf-8",
        "UTF-8,application/xml;charset=nonsense,''"
    })
    void theCharsetIsFoundOut(String actual, String contentType, String declared) {
        String declaration = declared.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
        byte[] document = (declaration + "<rss>caf\u00e9</rss>").getBytes(Charset.forName(actual));
        assertThat(SafeXml.parse(document, contentType))
                .isInstanceOfSatisfying(
                        Xml.Parsed.class, xml -> assertThat(xml.root().text()).isEqualTo("caf\u00e9"));
    }

    @Test
    void brokenUtf8LosesOnlyTheBrokenCharacters() {
        byte[] document = "<rss>caf\u00e9 na\u00efve x</rss>".getBytes(StandardCharsets.UTF_8);
        document[document.length - 8] = (byte) 0xff;
        assertThat(SafeXml.parse(document, ""))
                .isInstanceOfSatisfying(
                        Xml.Parsed.class,
                        xml -> assertThat(xml.root().text())
                                .startsWith("caf\u00e9 na\u00efve")
                                .contains("\ufffd"));
    }

    @Test
    void collectedAttacksByEntitiesReadNothing() {
        Archive.files("hostile", "xxe-blocks.tar.gz").forEach((name, document) -> {
            if (SafeXml.parse(document, "") instanceof Xml.Parsed xml) {
                assertThat(xml.root().text()).as(name).doesNotContain("root:x:0", "/bin/");
            }
        });
    }

    private static XmlElement parsed(String document) {
        Xml xml = SafeXml.parse(document.getBytes(StandardCharsets.UTF_8), "");
        assertThat(xml).isInstanceOf(Xml.Parsed.class);
        return ((Xml.Parsed) xml).root();
    }

    private static String unreadable(String document) {
        Xml xml = SafeXml.parse(document.getBytes(StandardCharsets.UTF_8), "");
        assertThat(xml).isInstanceOf(Xml.Unreadable.class);
        return ((Xml.Unreadable) xml).reason();
    }
}
