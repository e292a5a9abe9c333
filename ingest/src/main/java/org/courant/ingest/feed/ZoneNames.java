package org.courant.ingest.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the zone behind a time: an offset in digits, or a name. Names are those of RFC 822 and others that are met;
 * where several zones share one, the most populous is meant that writes feeds. A name that is not known counts as UTC,
 * as RFC 5322, section 4.3, wants it.
 */
final class ZoneNames {
    private static final Pattern OFFSET = Pattern.compile("([+\u2212-])(\\d{1,2}):?(\\d{2})?");
    /** As in the IANA time zone database. */
    private static final Pattern REGION = Pattern.compile("[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("ET", "America/New_York"),
            Map.entry("CT", "America/Chicago"),
            Map.entry("MT", "America/Denver"),
            Map.entry("PT", "America/Los_Angeles"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("HST", "-10:00"),
            Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"),
            Map.entry("NST", "-03:30"),
            Map.entry("NDT", "-02:30"),
            Map.entry("BRT", "-03:00"),
            Map.entry("ART", "-03:00"),
            Map.entry("WEST", "+01:00"),
            Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("MEZ", "+01:00"),
            Map.entry("MET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("MESZ", "+02:00"),
            Map.entry("MEST", "+02:00"),
            Map.entry("SAST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("IDT", "+03:00"),
            Map.entry("EAT", "+03:00"),
            Map.entry("TRT", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("MSD", "+04:00"),
            Map.entry("GST", "+04:00"),
            Map.entry("PKT", "+05:00"),
            Map.entry("IST", "+05:30"),
            Map.entry("ICT", "+07:00"),
            Map.entry("WIB", "+07:00"),
            Map.entry("HKT", "+08:00"),
            Map.entry("SGT", "+08:00"),
            Map.entry("AWST", "+08:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"),
            Map.entry("ACST", "+09:30"),
            Map.entry("ACDT", "+10:30"),
            Map.entry("AEST", "+10:00"),
            Map.entry("AEDT", "+11:00"),
            Map.entry("NZST", "+12:00"),
            Map.entry("NZDT", "+13:00"));

    private ZoneNames() {}

    /**
     * The zone that a text names; UTC where it names none.
     *
     * @throws java.time.DateTimeException for an offset that no clock has
     */
    static ZoneId of(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            int minutes = Integer.parseInt(offset.group(2)) * 60
                    + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("+") ? 60 : -60) * minutes);
        }
        Matcher region = REGION.matcher(text);
        if (region.find() && ZoneId.getAvailableZoneIds().contains(region.group())) {
            return ZoneId.of(region.group());
        }
        Matcher name = WORD.matcher(text);
        return name.find() ? ZoneId.of(ZONES.getOrDefault(name.group().toUpperCase(Locale.ROOT), "Z")) : ZoneOffset.UTC;
    }
}
