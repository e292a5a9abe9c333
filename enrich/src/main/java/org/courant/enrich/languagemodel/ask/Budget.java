package org.courant.enrich.languagemodel.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How many requests may still be made today (UTC) for one partition of the requests. The partitions share the budget of
 * the day evenly, the first ones get what is left over. So it holds for all processes together without any of them
 * knowing of another: a partition belongs to one of them.
 *
 * <p>What has been spent today is read from the summaries of the partition, so a restart forgets nothing but requests
 * that were on their way.
 */
final class Budget {
    private final int most;
    private LocalDate day = LocalDate.MIN;
    private int spent;

    /**
     * @param daily requests a day of all partitions
     * @param partition number of this one
     * @param partitions how many there are
     */
    Budget(int daily, int partition, int partitions) {
        this.most = daily / partitions + (partition < daily % partitions ? 1 : 0);
    }

    /** Requests have been made. */
    void spend(int requests, Instant when) {
        LocalDate then = day(when);
        if (then.isAfter(day)) {
            day = then;
            spent = 0;
        }
        if (then.equals(day)) {
            spent += requests;
        }
    }

    /** A request of that time has cost nothing. */
    void refund(Instant when) {
        if (day(when).equals(day) && spent > 0) {
            spent--;
        }
    }

    /** Requests that may still be made on the day of a time. */
    int left(Instant now) {
        return day(now).isAfter(day) ? most : Math.max(0, most - spent);
    }

    private static LocalDate day(Instant when) {
        return LocalDate.ofInstant(when, ZoneOffset.UTC);
    }
}
