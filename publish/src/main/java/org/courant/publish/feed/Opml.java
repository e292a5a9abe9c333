package org.courant.publish.feed;

import java.util.List;
import java.util.Optional;
import org.courant.schemas.Source;

/** The sources that can be read as feeds, as OPML 2.0. */
public final class Opml {
    private Opml() {}

    public static byte[] write(List<Source> sources) {
        XmlText xml = new XmlText()
                .open("opml", "version", "2.0")
                .open("head")
                .element("title", "Sources of Courant")
                .close()
                .open("body");
        for (Source source : sources) {
            String name = PlainText.of(source.getName());
            String title = name.isBlank() ? source.getId() : name;
            address(source)
                    .flatMap(Opml::withoutSecrets)
                    .ifPresent(
                            url -> xml.empty("outline", "type", "rss", "text", title, "title", title, "xmlUrl", url));
        }
        return xml.close().close().toBytes();
    }

    /** Where a reader of feeds finds it; empty for a source that is no feed. */
    private static Optional<String> address(Source source) {
        String url = source.getUrl().replaceFirst("(?<!/)/+$", "");
        return switch (source.getConnector()) {
            case FEED -> Optional.of(source.getUrl());
            case DISCOURSE -> Optional.of(url + "/latest.rss");
            case ARXIV ->
                Optional.of("%s/%s/%s"
                        .formatted(
                                url,
                                source.getOptions().getOrDefault("format", "rss"),
                                source.getOptions().getOrDefault("category", "")));
            default -> Optional.empty();
        };
    }

    /** An address may hold a name and a password; it is then told to nobody. */
    private static Optional<String> withoutSecrets(String url) {
        return Optional.of(url)
                .filter(web -> !web.matches("(?is)https?://[^/?#]*@.*"))
                .flatMap(Uris::web);
    }
}
