package org.courant.publish.page;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as a reader says it: {@code just now}, {@code 5m ago}, {@code 3d ago}. */
final class Age {
    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;

    private Age() {}

    static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            // A clock that runs ahead of ours must not make a reader wonder.
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + "m ago";
        }
        if (age.toDays() < 1) {
            return age.toHours() + "h ago";
        }
        if (age.toDays() < 2 * DAYS_OF_MONTH) {
            return age.toDays() + "d ago";
        }
        return age.toDays() < 2 * DAYS_OF_YEAR
                ? age.toDays() / DAYS_OF_MONTH + "mo ago"
                : age.toDays() / DAYS_OF_YEAR + "y ago";
    }
}
