package org.courant.ingest.definition;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The host that a web address leads to. */
final class Hosts {
    private Hosts() {}

    /**
     * {@code host} or {@code host:port} in lower case without the scheme's own port; empty for what is no web address.
     */
    static Optional<String> of(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        return Optional.of(uri.getPort() < 0 || uri.getPort() == standard ? host : host + ":" + uri.getPort());
    }
}
