package org.courant.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of values under named columns.
 *
 * @param columns names as programs read them, e.g. {@code nextPoll}; people see {@code NEXT POLL}
 * @param rows values in the order of the columns: texts, numbers or booleans
 */
public record Table(List<String> columns, List<List<Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        int width = columns.size();
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row has another number of values than there are columns");
        }
    }

    /** One mapping per row. */
    public List<Map<String, Object>> records() {
        return rows.stream().map(this::named).toList();
    }

    /** Aligned text with a heading; numbers stand to the right. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Table::heading).toList());
        rows.forEach(row -> all.add(row.stream().map(String::valueOf).toList()));
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> all.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private Map<String, Object> named(List<Object> row) {
        Map<String, Object> values = new LinkedHashMap<>();
        IntStream.range(0, columns.size()).forEach(column -> values.put(columns.get(column), row.get(column)));
        return values;
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> cell(row.get(column), widths[column], isNumeric(column)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column) instanceof Number);
    }

    private static String cell(String text, int width, boolean right) {
        String space = " ".repeat(width - width(text));
        return right ? space + text : text + space;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String heading(String column) {
        return column.replaceAll("([a-z])([A-Z])", "$1 $2").toUpperCase(Locale.ROOT);
    }
}
