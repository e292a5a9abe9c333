package org.courant.learn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The reviewed table from headings of reading lists to sections: {@code headings.txt}. */
public final class HeadingTable {
    private final Map<String, List<Rule>> rules = new TreeMap<>();

    private record Rule(List<String> heading, List<String> sections) {
        boolean covers(List<String> other) {
            int last = heading.size() - 1;
            return heading.isEmpty()
                    || (other.size() > last
                            && other.subList(0, last).equals(heading.subList(0, last))
                            && other.get(last).startsWith(heading.get(last)));
        }

        /** Longer is more exact: more steps, then more letters. */
        int length() {
            return heading.size() * 10_000 + String.join("", heading).length();
        }
    }

    private HeadingTable() {}

    /** The table that ships with Courant. */
    public static HeadingTable shipped() {
        return parse(TextTable.shipped("headings.txt"));
    }

    static HeadingTable parse(List<List<String>> rows) {
        HeadingTable table = new HeadingTable();
        for (List<String> row : rows) {
            List<String> heading = row.get(1).equals("*") ? List.of() : steps(row.get(1));
            List<String> sections = Arrays.stream(row.get(2).split(","))
                    .map(String::strip)
                    .filter(section -> !section.isEmpty())
                    .toList();
            table.rules.computeIfAbsent(row.get(0), list -> new ArrayList<>()).add(new Rule(heading, sections));
        }
        return table;
    }

    /**
     * Sections of a heading, the one that says most first; none if it is left out, empty if the table has no line for
     * it.
     */
    public Optional<List<String>> sections(String list, String heading) {
        List<String> steps = steps(heading);
        return rules.getOrDefault(list, List.of()).stream()
                .filter(rule -> rule.covers(steps))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(Rule::sections);
    }

    private static List<String> steps(String heading) {
        return Arrays.stream(heading.split(" > "))
                .map(step -> step.replaceAll(":[a-z_]+:", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT))
                .filter(step -> !step.isEmpty())
                .toList();
    }
}
