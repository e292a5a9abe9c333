package org.courant.cli.digest;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as people say it: {@code 40m ago}, {@code 5h ago}, {@code 3d ago}. */
public final class Age {
    private Age() {}

    public static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        } else if (age.toHours() < 1) {
            return age.toMinutes() + "m ago";
        } else if (age.toDays() < 1) {
            return age.toHours() + "h ago";
        }
        return age.toDays() + "d ago";
    }
}
