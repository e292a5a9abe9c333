package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.courant.ingest.fixture.Documents;
import org.courant.ingest.http.Answer;
import org.courant.schemas.identity.ArxivId;
import org.courant.testkit.text.Fuzzing;
import org.courant.testkit.text.LinearTime;
import org.courant.testkit.text.TextFunction;
import org.courant.testkit.text.TextFunctions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** No document, link or name of a source can hold a partition: work is in proportion to what has been fetched. */
final class HostileTextTest {
    private static final URI FETCHED = URI.create("https://example.org/feed");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyFunctionOfTextTakesTimeInProportionToItsLength() {
        return functions().stream().map(function -> dynamicTest(function.name(), () -> LinearTime.require(function)));
    }

    @Test
    void nothingThrowsWhateverMistakesADocumentHas() {
        assertThat(Fuzzing.require(functions(), Documents.samples())).isPositive();
    }

    private List<TextFunction> functions() {
        List<TextFunction> functions = TextFunctions.in(
                        "org.courant.schemas.identity",
                        "org.courant.ingest.text",
                        "org.courant.ingest.feed",
                        "org.courant.ingest.arxiv",
                        "org.courant.ingest.discourse",
                        "org.courant.ingest.file",
                        "org.courant.ingest.http")
                .made(Element.class, text -> Jsoup.parseBodyFragment(text).body())
                .made(Answer.Ok.class, HostileTextTest::answer)
                .given(URI.class, FETCHED)
                .given(Instant.class, Instant.parse("2025-10-03T12:00:00Z"))
                .given(ArxivId.class, new ArxivId("2510.00001", 1))
                .except("Block", "a network that the product names")
                .except("CategoryNames", "a forum, below")
                .except("CheckedNames", "names that UrlRules has let through")
                .except("CountedInput", "counts bytes")
                .except("ForumItems", "a forum, below")
                .except("HostGate", "groups of hosts, which the operator names")
                .except("Identity.ofTopic", "a host of an address, which WebUri bounds")
                .except("ItemId.topic", "a host of an address, which WebUri bounds")
                .except("JsonFeedReader", "FeedReader, which calls it")
                .except("Pace", "settings")
                .except("PoliteClients", "groups of hosts, which the operator names")
                .except("Reply", "headers, which HttpLimits bounds")
                .except("XmlElement", "compares names")
                .except("ZoneNames", "FeedDate, which calls it")
                .except("XmlTree", "FeedReader, which calls it for each element")
                .all();
        return Stream.concat(functions.stream(), Documents.polls(folder)).toList();
    }

    private static Answer.Ok answer(String text) {
        return new Answer.Ok(
                text.getBytes(StandardCharsets.UTF_8),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                FETCHED,
                Optional.empty());
    }
}
