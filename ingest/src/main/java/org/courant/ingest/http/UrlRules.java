package org.courant.ingest.http;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which URLs may be asked for at all, before any name is resolved. */
final class UrlRules {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    /** What the ports of public sites are; -1 is that of the scheme. */
    static final Set<Integer> WEB_PORTS = Set.of(-1, 80, 443);

    // Resolvers disagree on 0177.1 and 0x7f000001 (WHATWG URL, "ends in a number"); only four plain decimals are clear.
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");
    private static final String OCTET = "(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern DOTTED_QUAD = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    private final Set<Integer> ports;

    /**
     * Rules for URLs.
     *
     * @param ports those that may be asked; empty for any
     */
    UrlRules(Set<Integer> ports) {
        this.ports = ports;
    }

    /** Why a URL may not be asked for; empty if it may. */
    Optional<String> objection(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            return Optional.of(uri + " is not http or https");
        }
        if (host.isEmpty()) {
            return Optional.of(uri + " names no host that can be resolved");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("The URL for " + host + " carries user information; remove it");
        }
        if (ENDS_IN_NUMBER.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
            return Optional.of(uri + " writes an address in an ambiguous form; write four decimal numbers");
        }
        if (!ports.isEmpty() && !ports.contains(uri.getPort())) {
            return Optional.of(uri + " uses port " + uri.getPort()
                    + ", which is not 80 or 443; set allowPrivateAddresses on the source if that is meant");
        }
        return Optional.empty();
    }
}
