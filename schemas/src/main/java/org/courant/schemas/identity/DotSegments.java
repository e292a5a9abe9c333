package org.courant.schemas.identity;

import java.util.ArrayDeque;
import java.util.Deque;

/** Removes {@code .} and {@code ..} from a path (RFC 3986, section 5.2.4). */
final class DotSegments {
    private DotSegments() {}

    static String remove(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            switch (segments[i]) {
                case "." -> keepSlashAtEnd(kept, i == segments.length - 1);
                case ".." -> {
                    kept.pollLast();
                    keepSlashAtEnd(kept, i == segments.length - 1);
                }
                default -> kept.addLast(segments[i]);
            }
        }
        return kept.isEmpty() ? "" : "/" + String.join("/", kept);
    }

    private static void keepSlashAtEnd(Deque<String> kept, boolean last) {
        if (last) {
            kept.addLast("");
        }
    }
}
