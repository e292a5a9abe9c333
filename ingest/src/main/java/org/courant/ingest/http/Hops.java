package org.courant.ingest.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of one request through redirects. */
final class Hops {
    private final Set<URI> visited = new LinkedHashSet<>();
    private final int most;
    private URI current;
    private boolean onlyPermanent = true;
    private @Nullable URI movedTo;

    Hops(URI start, int most) {
        this.most = most;
        this.current = start;
        visited.add(start);
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
        if (!visited.add(target.get())) {
            return Optional.of(current + " redirects in a circle to " + target.get());
        }
        if (visited.size() > most + 1) {
            return Optional.of(visited.iterator().next() + " redirects more than " + most + " times");
        }
        onlyPermanent &= redirect.isPermanentRedirect();
        current = target.get();
        movedTo = onlyPermanent ? current : movedTo;
        return Optional.empty();
    }

    /** Headers are read as ISO 8859-1; what is not ASCII in a Location is in practice UTF-8. */
    private static String utf8(String header) {
        return header.chars().allMatch(c -> c < 0x80)
                ? header
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
