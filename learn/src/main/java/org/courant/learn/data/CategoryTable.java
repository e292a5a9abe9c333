package org.courant.learn.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reviewed table from arXiv categories to sections: {@code categories.txt}. */
public final class CategoryTable {
    private final Map<String, String> sections;

    private CategoryTable(Map<String, String> sections) {
        this.sections = sections;
    }

    /** The table that ships with Courant. */
    public static CategoryTable shipped() {
        return new CategoryTable(TextTable.shipped("categories.txt").stream()
                .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1))));
    }

    /** The one section that the categories stand for; empty if none or several. */
    public Optional<String> section(List<String> categories) {
        List<String> found = categories.stream()
                .filter(sections::containsKey)
                .map(sections::get)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
