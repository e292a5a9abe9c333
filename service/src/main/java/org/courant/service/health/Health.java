package org.courant.service.health;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a service, or a part of it, is doing.
 *
 * @param live false where only a restart can help
 * @param ready whether it does its work now
 * @param detail one sentence for a person
 */
public record Health(boolean live, boolean ready, String detail) {
    /** Of a whole whose parts these are: it is as well as the worst of them, and names those that are not ready. */
    public static Health of(List<Health> parts) {
        boolean live = parts.stream().allMatch(Health::live);
        boolean ready = parts.stream().allMatch(Health::ready);
        return new Health(
                live,
                ready,
                parts.stream()
                        .filter(part -> part.ready() == ready && (live || !part.live()))
                        .map(Health::detail)
                        .collect(Collectors.joining("; ")));
    }

    public static Health ready(String detail) {
        return new Health(true, true, detail);
    }

    public static Health starting(String detail) {
        return new Health(true, false, detail);
    }

    public static Health dead(String detail) {
        return new Health(false, false, detail);
    }
}
