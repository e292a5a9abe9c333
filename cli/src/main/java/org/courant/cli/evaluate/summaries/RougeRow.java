package org.courant.cli.evaluate.summaries;

import java.util.List;
import java.util.function.Function;

/**
 * The mean ROUGE of one way to summarise, in percent.
 *
 * @param summary what summarises
 * @param words mean number of words
 */
record RougeRow(String summary, double rouge1, double rouge2, double rougeL, double words) {
    static RougeRow of(String name, List<Paper> papers, Function<Paper, String> summarise) {
        double one = 0;
        double two = 0;
        double longest = 0;
        double words = 0;
        for (Paper paper : papers) {
            List<String> stems = Rouge.stems(summarise.apply(paper));
            Rouge rouge = Rouge.best(stems, paper.references());
            one += rouge.one();
            two += rouge.two();
            longest += rouge.longest();
            words += stems.size();
        }
        int count = Math.max(1, papers.size());
        return new RougeRow(name, 100 * one / count, 100 * two / count, 100 * longest / count, words / count);
    }
}
