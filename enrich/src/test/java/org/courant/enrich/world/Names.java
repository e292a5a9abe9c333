package org.courant.enrich.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.courant.schemas.identity.Identity;

/** A union-find over names. */
final class Names {
    private final Map<String, String> parent = new HashMap<>();

    void union(String a, String b) {
        parent.put(root(a), root(b));
    }

    String strongest(String name) {
        return parent.keySet().stream()
                .filter(other -> root(other).equals(root(name)))
                .map(other -> Identity.parse(other).orElseThrow())
                .min(Comparator.naturalOrder())
                .map(Identity::toString)
                .orElse(name);
    }

    private String root(String name) {
        parent.putIfAbsent(name, name);
        String above = Objects.requireNonNull(parent.get(name));
        return above.equals(name) ? name : root(above);
    }
}
