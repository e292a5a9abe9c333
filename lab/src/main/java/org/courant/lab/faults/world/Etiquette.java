package org.courant.lab.faults.world;

import com.sun.net.httpserver.Headers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes requests that come too soon, two at once, or without saying who asks. */
final class Etiquette {
    /** A second, less what a busy machine adds to one delay and not to the next. */
    private static final Duration LEAST_INTERVAL = Duration.ofMillis(900);

    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** A request arrives. */
    synchronized void enter(String group, Headers headers) {
        long now = System.nanoTime();
        Long before = last.put(group, now);
        if (before != null && now - before < LEAST_INTERVAL.toNanos()) {
            complaints.add("%s was asked again after %d ms".formatted(group, (now - before) / 1_000_000));
        }
        if (open.merge(group, 1, Integer::sum) > 1) {
            complaints.add(group + " was asked while it was answering");
        }
        String agent = headers.getFirst("User-Agent");
        if (agent == null || !agent.contains("lab@example.org")) {
            complaints.add("%s was asked by '%s', which has no address to complain to".formatted(group, agent));
        }
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** It has been answered. */
    synchronized void leave(String group) {
        open.merge(group, -1, Integer::sum);
    }
}
