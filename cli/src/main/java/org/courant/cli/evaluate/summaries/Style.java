package org.courant.cli.evaluate.summaries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.courant.enrich.summarise.Faithfulness;
import org.courant.enrich.summarise.Length;
import org.courant.enrich.text.Sentences;

/**
 * What can be counted about summaries of whole abstracts without a reader.
 *
 * @param summaries how many there are
 * @param sourceWords mean number of words of an abstract
 * @param words mean number of words of a summary
 * @param sentences mean number of sentences of a summary
 * @param inRange share of summaries of 120 to 180 words, among abstracts of 120 words or more
 * @param longest words of the longest summary
 * @param withFirstPerson summaries that still say "we", "our" or "us" outside of formulas
 * @param withPlaceOrCitation summaries that still hold an address or an author-year citation
 * @param unfaithful tokens that are not in the source
 * @param examples some of these tokens, each with the id of its paper
 * @param novelBigrams mean share of pairs of words that the source does not have
 */
record Style(
        int summaries,
        double sourceWords,
        double words,
        double sentences,
        double inRange,
        int longest,
        int withFirstPerson,
        int withPlaceOrCitation,
        int unfaithful,
        List<String> examples,
        double novelBigrams) {
    private static final Pattern FIRST_PERSON = Pattern.compile("\\b(?:[Ww]e|[Oo]ur|us|[Oo]urs|ourselves)\\b");
    private static final Pattern PLACE = Pattern.compile("https?://|et al\\.,? (?:\\()?(?:19|20)\\d\\d\\)|\\\\cite");
    private static final int LEAST = 120;
    private static final int MOST = 180;
    private static final int MOST_EXAMPLES = 10;

    static Style of(List<Abstract> abstracts, List<String> summaries) {
        List<String> examples = new ArrayList<>();
        int unfaithful = 0;
        int longSources = 0;
        int inRange = 0;
        double novelty = 0;
        for (int i = 0; i < summaries.size(); i++) {
            Abstract source = abstracts.get(i);
            List<String> inventions = Faithfulness.inventions(summaries.get(i), source.text());
            unfaithful += inventions.size();
            inventions.forEach(invention -> examples.add(source.id() + " " + invention));
            novelty += Novelty.of(summaries.get(i), source.text(), 2);
            int words = Length.inWords(summaries.get(i));
            boolean isLong = Length.inWords(source.text().replace('\n', ' ')) >= LEAST;
            longSources += isLong ? 1 : 0;
            inRange += isLong && words >= LEAST && words <= MOST ? 1 : 0;
        }
        return new Style(
                summaries.size(),
                mean(abstracts.stream()
                        .map(paper -> paper.text().replace('\n', ' '))
                        .toList()),
                mean(summaries),
                summaries.stream()
                        .mapToInt(text -> Sentences.of(text).size())
                        .average()
                        .orElse(0),
                longSources == 0 ? 0 : (double) inRange / longSources,
                summaries.stream().mapToInt(Length::inWords).max().orElse(0),
                (int) summaries.stream()
                        .filter(text -> FIRST_PERSON.matcher(text).find())
                        .count(),
                (int) summaries.stream()
                        .filter(text -> PLACE.matcher(text).find())
                        .count(),
                unfaithful,
                examples.stream().limit(MOST_EXAMPLES).toList(),
                novelty / Math.max(1, summaries.size()));
    }

    private static double mean(List<String> texts) {
        return texts.stream().mapToInt(Length::inWords).average().orElse(0);
    }
}
