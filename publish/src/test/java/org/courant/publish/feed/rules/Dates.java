package org.courant.publish.feed.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** RFC 3339 of Atom, RFC 822 of RSS and OPML with the years of RFC 2822, and the W3C's profile of Dublin Core. */
final class Dates {
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern W3C =
            Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d))?)?)?");
    private static final Pattern RFC_822 = Pattern.compile(
            "((Mon|Tue|Wed|Thu|Fri|Sat|Sun), *)?"
                    + "(?<day>\\d{1,2}) +(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(?<year>\\d{4}|\\d\\d) +"
                    + "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d|:60)? +(UT|GMT|[ECMP][SD]T|[A-IK-Z]|[+-]\\d{4})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("\\((\\\\.|[^()\\\\])*\\)");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private Dates() {}

    static void rfc3339(Element element, Findings findings) {
        String text = element.getTextContent();
        if (!text.equals(text.strip())) {
            findings.add("UnexpectedWhitespace", element, "", text);
        }
        boolean valid = isRfc3339(text.strip());
        findings.add(valid ? "ValidW3CDTFDate" : "InvalidRFC3339Date", element, "", text);
    }

    static void w3c(Element element, Findings findings) {
        boolean valid = W3C.matcher(element.getTextContent().strip()).matches();
        findings.add(valid ? "ValidW3CDTFDate" : "InvalidW3CDTFDate", element, "", element.getTextContent());
    }

    static void rfc822(Element element, String attribute, String text, Findings findings) {
        String bare = withoutComments(text).replaceAll("\\s+", " ").replace(" ,", ",");
        Matcher date = RFC_822.matcher(bare.strip());
        if (!date.matches() || !isDay(date)) {
            findings.add("InvalidRFC2822Date", element, attribute, text);
            return;
        }
        boolean isOdd = !bare.equals(text.strip())
                || text.matches("\\w{3},\\S.*")
                || date.group("year").length() < 4
                || !text.matches(".*(?:[A-Z]|[+-]\\d\\d[03]0)");
        findings.add(isOdd ? "ProblematicalRFC822Date" : "ValidRFC2822Date", element, attribute, text);
        if (date.group("year").compareTo("2100") > 0
                || date.group("year").matches("0\\d\\d\\d|1[0-8]\\d\\d|19[0-6]\\d")) {
            findings.add("ImplausibleDate", element, attribute, text);
        }
    }

    /** Whether it has the form and is a point in time: a February has no 30th. */
    static boolean isRfc3339(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException bad) {
            return false;
        }
    }

    /** Comments stand in parentheses, also one in another. */
    private static String withoutComments(String text) {
        String before = text;
        String after = COMMENT.matcher(text).replaceAll(" ");
        while (!after.equals(before)) {
            before = after;
            after = COMMENT.matcher(before).replaceAll(" ");
        }
        return after;
    }

    private static boolean isDay(Matcher date) {
        int month = MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT)) / 3 + 1;
        int year = Integer.parseInt(date.group("year"));
        int day = Integer.parseInt(date.group("day"));
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException bad) {
            return false;
        }
    }
}
