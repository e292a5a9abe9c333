package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.courant.publish.Entries;
import org.courant.publish.feed.rules.FeedRules;
import org.courant.publish.feed.rules.Finding;
import org.courant.publish.feed.rules.JsonFeedRules;
import org.courant.schemas.Connector;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Source;

/** Holds what the server says against the rules of feeds. */
final class Validity {
    /** What the rules would rather have otherwise, and why it stays. */
    static final Map<String, String> ACCEPTED = Map.of(
            "SchemeNotIANARegistered",
            "ids of works are well known as they are, 'arxiv:2606.23595', and other feeds have them too",
            "NonCanonicalURI",
            "an id is told as the work's source has it; in another form it would be another id",
            "MissingTextualContent",
            "there is nothing to say of a work but its title; the link leads to it",
            "ContainsUndeclaredHTML",
            "a plain text that is about markup; Atom has said that it is plain",
            "ContainsHTML",
            "a name or a title that is about markup; RSS has no way to say that it is plain");

    private Validity() {}

    /** All formats of a feed of these entries. */
    static void assertValid(String path, DigestEntry... entries) {
        try (TestWeb web = new TestWeb(Entries.digest(entries))) {
            assertNothing(web.get(path + ".atom").body(), address(web, path + ".atom"));
            assertNothing(web.get(path + ".rss").body(), address(web, path + ".rss"));
            assertThat(JsonFeedRules.check(bytes(web.get(path + ".json").body()), address(web, path + ".json")))
                    .isEmpty();
        }
    }

    /** That nothing is found in a document but what is accepted. */
    static void assertNothing(String document, String location) {
        assertThat(FeedRules.check(bytes(document), location))
                .filteredOn(finding -> !finding.isPraise())
                .filteredOn(finding -> finding.isError() || !ACCEPTED.containsKey(finding.event()))
                .extracting(Finding::toString)
                .isEmpty();
    }

    static String address(TestWeb web, String path) {
        return "http://127.0.0.1:" + web.port() + path;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Source source(String id, String name, String url) {
        return Source.newBuilder()
                .setId(id)
                .setConnector(Connector.FEED)
                .setName(name)
                .setUrl(url)
                .setPolitenessGroup("group")
                .setPollIntervalMillis(60_000)
                .setOptions(Map.of())
                .build();
    }
}
