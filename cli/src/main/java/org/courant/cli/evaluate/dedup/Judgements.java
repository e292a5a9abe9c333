package org.courant.cli.evaluate.dedup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Verdicts on pairs of arXiv papers, by hand: {@code judged-pairs.tsv} beside this class, with the rule by which they
 * were made.
 */
final class Judgements {
    private static final String FILE = "judged-pairs.tsv";

    private final Map<String, Judgement> verdicts;

    private Judgements(Map<String, Judgement> verdicts) {
        this.verdicts = verdicts;
    }

    static Judgements shipped() {
        try (InputStream in = Judgements.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + FILE);
            }
            return new Judgements(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(
                            fields -> key(fields[0], fields[1]),
                            fields -> new Judgement(
                                    Judgement.Verdict.valueOf(fields[2].toUpperCase(Locale.ROOT)), fields[3]))));
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE + " of this build cannot be read", broken);
        }
    }

    /** The verdict on a pair, whichever comes first. */
    Judgement of(String left, String right) {
        return verdicts.getOrDefault(key(left, right), Judgement.NONE);
    }

    private static String key(String left, String right) {
        return left.compareTo(right) <= 0 ? left + " " + right : right + " " + left;
    }
}
