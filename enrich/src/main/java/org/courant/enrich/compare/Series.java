package org.courant.enrich.compare;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the parts, years and editions of a series by the numerals in their titles. */
final class Series {
    /** Two titles that have less in common do not belong to one series, whatever years they name. */
    private static final double SAME_SERIES = 0.4;

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NUMERAL = Pattern.compile("\\d+(?:st|nd|rd|th)?|[ivx]{1,5}"
            + "|one|two|three|four|five|six|seven|eight|nine|ten"
            + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth");

    private Series() {}

    /** Whether two normal titles are equal but for numerals, or alike and of different years. */
    static boolean areParts(String left, String right) {
        if (left.equals(right)) {
            return false;
        }
        String skeleton = skeleton(left);
        return (!skeleton.isEmpty() && skeleton.equals(skeleton(right)))
                || (namesOtherYears(left, right) && Titles.likeness(left, right).jaccard() >= SAME_SERIES);
    }

    private static boolean namesOtherYears(String left, String right) {
        Set<String> years = years(left);
        Set<String> others = years(right);
        return !years.isEmpty() && !others.isEmpty() && years.stream().noneMatch(others::contains);
    }

    private static String skeleton(String normal) {
        return Stream.of(normal.split(" ", -1))
                .filter(word -> !NUMERAL.matcher(word).matches())
                .map(word -> DIGITS.matcher(word).replaceAll("#"))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> years(String normal) {
        Set<String> years = new HashSet<>();
        Matcher year = YEAR.matcher(normal);
        while (year.find()) {
            years.add(year.group());
        }
        return years;
    }
}
