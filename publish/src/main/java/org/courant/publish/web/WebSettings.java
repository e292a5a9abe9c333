package org.courant.publish.web;

import java.util.List;
import java.util.Optional;
import org.courant.service.settings.Section;

/**
 * What the web server offers to whom.
 *
 * @param publicUrl address under which readers reach the service, for the links in feeds; without it each request tells
 * @param corsOrigins origins whose pages may read API, stream and feeds; {@code *} for all
 * @param requestsPerMinute of one client, in bursts of as many; 0 for no limit
 * @param addressHeader header in which a proxy tells the address of the client; without it the connection tells
 * @param streamClients clients of the stream at one time
 */
public record WebSettings(
        Optional<String> publicUrl,
        List<String> corsOrigins,
        int requestsPerMinute,
        Optional<String> addressHeader,
        int streamClients) {
    private static final String URL = "an address such as https://digest.example.org";

    /** For a service that nobody else can reach: no other origins, no limit. */
    public static final WebSettings UNLIMITED =
            new WebSettings(Optional.empty(), List.of(), 0, Optional.empty(), 1_000);

    public WebSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Reads the keys of the section {@code publish} that concern the web. */
    public static WebSettings from(Section section) {
        return new WebSettings(
                section.read("public-url", Optional.empty(), URL, WebSettings::url),
                section.texts("cors-origins"),
                section.integer("requests-per-minute", 600, 0, 1_000_000),
                section.text("client-address-header"),
                section.integer("stream-clients", 1_000, 1, 100_000));
    }

    private static Optional<String> url(String text) {
        String url = text.strip().replaceFirst("/+$", "");
        if (!url.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new IllegalArgumentException("'" + text + "' is not " + URL);
        }
        return Optional.of(url);
    }
}
