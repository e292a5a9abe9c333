package org.courant.ingest.http;

/**
 * How requests are made.
 *
 * @param userAgent how the product introduces itself, see {@link #userAgent(String, String)}
 * @param limits how much one request may take
 * @param pace how often a group of sources may be asked
 */
public record HttpSettings(String userAgent, HttpLimits limits, Pace pace) {

    /** {@code Courant/1.2 (+https://example.org/about)}: who asks and where to complain. */
    public static String userAgent(String version, String contact) {
        String name = "Courant/" + version.replaceAll("[^\\w.-]", "");
        String reachable = contact.replaceAll("[^\\x21-\\x7e]|[()\\\\]", "");
        return reachable.isEmpty() ? name : name + " (+" + reachable + ")";
    }
}
