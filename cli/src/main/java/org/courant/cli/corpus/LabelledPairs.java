package org.courant.cli.corpus;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pairs of bibliographic records with the label whether they are one paper, in the form of Ditto (Li et al., <i>Deep
 * Entity Matching with Pre-Trained Language Models</i>, 2020): {@code COL title VAL ... COL authors VAL ...}, a tab,
 * the other record, a tab, 0 or 1.
 */
public final class LabelledPairs {
    /** File in the folder of captured data. */
    public static final String FILE = "labelled/er-ditto.tar.gz";

    private static final Pattern COLUMN = Pattern.compile("COL (\\w+) VAL (.*?)(?= *COL \\w+ VAL |$)");
    private static final Pattern ENTITY = Pattern.compile(" ?&#(\\d{1,6}); ?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:\\.0)?");

    private LabelledPairs() {}

    /**
     * A pair.
     *
     * @param left one record
     * @param right the other
     * @param same whether they are one paper
     */
    public record Pair(Paper left, Paper right, boolean same) {}

    /** The pairs of a split, e.g. {@code Structured/DBLP-ACM/train.txt}; none where the archive lacks it. */
    public static List<Pair> split(DataFolder data, String name) {
        return data.archive(FILE).stream()
                .filter(file -> file.name().equals(name))
                .flatMap(file -> file.text().lines())
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 3)
                .map(fields -> new Pair(
                        paper(fields[0]), paper(fields[1]), fields[2].strip().equals("1")))
                .toList();
    }

    private static Paper paper(String record) {
        Map<String, String> columns = COLUMN.matcher(characters(record))
                .results()
                .collect(Collectors.toMap(
                        column -> column.group(1), column -> column.group(2).strip(), (one, other) -> one));
        Matcher year = YEAR.matcher(columns.getOrDefault("year", ""));
        return new Paper(
                "",
                columns.getOrDefault("title", ""),
                "",
                Stream.of(columns.getOrDefault("authors", "").split(" , ", -1))
                        .filter(name -> !name.isBlank())
                        .toList(),
                year.matches() ? Integer.parseInt(year.group(1)) : 0);
    }

    /** The data set's tokeniser has put spaces around character references, within words too. */
    private static String characters(String record) {
        return ENTITY.matcher(record)
                .replaceAll(reference ->
                        Matcher.quoteReplacement(Character.toString(Integer.parseInt(reference.group(1)))));
    }
}
