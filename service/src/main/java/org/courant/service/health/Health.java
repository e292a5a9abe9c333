package org.courant.service.health;

/**
 * How a service is doing.
 *
 * @param live false where only a restart can help
 * @param ready whether it does its work now
 * @param detail one sentence for a person
 */
public record Health(boolean live, boolean ready, String detail) {
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
