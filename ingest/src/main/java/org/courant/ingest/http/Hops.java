package org.courant.ingest.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.CookieStore;
import org.jspecify.annotations.Nullable;

/**
 * The way of one request through redirects. Cookies last as long: journals set one and send the client to where it
 * asked.
 */
final class Hops {
    private final Set<Visit> visited = new HashSet<>();
    private final CookieStore cookies = new BasicCookieStore();
    private final URI start;
    private final int most;
    private URI current;
    private boolean onlyPermanent = true;
    private @Nullable URI movedTo;

    Hops(URI start, int most) {
        this.start = start;
        this.most = most;
        this.current = start;
        visited.add(visit(start));
    }

    /** An address and the cookies that it was asked with: with others it may answer otherwise. */
    private record Visit(URI uri, Set<String> cookies) {}

    /** Those that this request has been given. */
    CookieStore cookies() {
        return cookies;
    }

    URI current() {
        return current;
    }

    Optional<URI> permanentlyMovedTo() {
        return Optional.ofNullable(movedTo);
    }

    /** Goes where a redirect leads; returns why that is not done, empty if it is. */
    Optional<String> follow(Reply redirect) {
        Optional<URI> target = redirect.header("Location").flatMap(location -> WebUri.resolve(current, utf8(location)));
        if (target.isEmpty()) {
            return Optional.of(current + " answered " + redirect.status() + " without saying where to go");
        }
        if ("https".equalsIgnoreCase(current.getScheme())
                && !"https".equalsIgnoreCase(target.get().getScheme())) {
            return Optional.of(current + " redirects to " + target.get() + ", which is not https");
        }
        if (!visited.add(visit(target.get()))) {
            return Optional.of(current + " redirects in a circle to " + target.get());
        }
        if (visited.size() > most + 1) {
            return Optional.of(start + " redirects more than " + most + " times");
        }
        onlyPermanent &= redirect.isPermanentRedirect();
        current = target.get();
        movedTo = onlyPermanent ? current : movedTo;
        return Optional.empty();
    }

    private Visit visit(URI uri) {
        return new Visit(
                uri,
                cookies.getCookies().stream()
                        .map(cookie -> cookie.getDomain() + " " + cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.toSet()));
    }

    /** Headers are read as ISO 8859-1; what is not ASCII in a Location is in practice UTF-8. */
    private static String utf8(String header) {
        return header.chars().allMatch(c -> c < 0x80)
                ? header
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
