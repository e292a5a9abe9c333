package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlCharsetTest {
    private static final String RUSSIAN = "<t>\u0422\u0440\u0438 \u043c\u043e\u0434\u0435\u043b\u0438</t>";

    @ParameterizedTest
    @CsvSource({
        "cp-1251,windows-1251",
        "Windows_1251,windows-1251",
        "win-1251,windows-1251",
        "x-cp1251,windows-1251",
        "x-mac-cyrillic,x-MacCyrillic",
        "koi8-ru,KOI8-U",
        "koi8_r,KOI8-R",
        "csISOLatinCyrillic,ISO-8859-5"
    })
    void aLabelIsKnownHoweverItIsSpelt(String label, String charset) {
        String document = "<?xml version='1.0' encoding='" + label + "'?>" + RUSSIAN;
        assertThat(XmlCharset.decode(document.getBytes(Charset.forName(charset)), "application/xml"))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({"utf8", "unicode-1-1-utf-8", "unknown-8bit"})
    void utf8IsReadAsSuchUnderAnyName(String label) {
        byte[] document = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        assertThat(XmlCharset.decode(document, "text/xml; charset=" + label)).isEqualTo(RUSSIAN);
    }

    @Test
    void aDeclarationIsBelievedWhereTheBytesContradictTheHeader() {
        String document = "<?xml version='1.0' encoding='windows-1251'?>" + RUSSIAN;
        assertThat(XmlCharset.decode(document.getBytes(Charset.forName("windows-1251")), "text/xml; charset=utf-8"))
                .isEqualTo(document);
    }

    @Test
    void damagedUtf8StaysUtf8WhateverIsDeclared() {
        byte[] document =
                ("<?xml version='1.0' encoding='iso-8859-1'?>" + RUSSIAN + "\u00e9!").getBytes(StandardCharsets.UTF_8);
        document[document.length - 2] = '?';
        assertThat(XmlCharset.decode(document, "text/xml; charset=utf-8")).contains(RUSSIAN);
    }

    @Test
    void lettersThatAreUtf8ByChanceDoNotSpoilTheOthers() {
        String document = "<t>L\u2019\u00e9tude d\u00e9taille\u00a0: \u00ab caf\u00e9\u00bb, ma\u00efs, t\u00eatu</t>";
        assertThat(XmlCharset.decode(document.getBytes(Charset.forName("windows-1252")), ""))
                .isEqualTo(document);
    }
}
