package org.courant.cli.evaluate.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.text.Sentences;

/**
 * Looks for variants of papers among all papers, through blocks and pair rules as the topology does. The variants have
 * another title, no authors and no year: the text has to do.
 */
final class GeneratedVariants {
    private static final int MIN_SENTENCES = 2;
    private static final int AROUND = 200;
    private static final int VOCABULARY = 5_000;

    private final String part;
    private final Profiles profiles;
    private final List<Paper> papers;
    private final List<String> talk;
    private final Catalogue catalogue = new Catalogue();

    GeneratedVariants(String part, Profiles profiles, List<Paper> papers, List<String> talk) {
        this.part = part;
        this.profiles = profiles;
        this.papers = papers;
        this.talk = talk;
        papers.forEach(paper -> catalogue.add(profiles.of(Deliveries.named(paper))));
    }

    /** Makes three variants of every n-th paper and looks for them. */
    Findings measure(int step, long seed) {
        Variants variants = new Variants(seed);
        Search truncated = new Search("truncated to 60 % of the sentences");
        Search revised = new Search("lightly revised");
        Search quoted = new Search("quoted in a forum post");
        for (int i = 0; i < papers.size(); i += step) {
            Paper paper = papers.get(i);
            String text = paper.text();
            if (Sentences.of(text).size() < MIN_SENTENCES) {
                continue;
            }
            String other = papers.get((i + papers.size() / 2) % papers.size()).text();
            String others = talk.isEmpty() ? other : talkFrom(i);
            truncated.look(i, Deliveries.hidden(with(paper, variants.truncated(text)), "cut"));
            revised.look(i, Deliveries.hidden(with(paper, variants.revised(text, other)), "revised"));
            quoted.look(i, Deliveries.post(with(paper, variants.quoted(text, others))));
        }
        return truncated.findings().and(revised.findings()).and(quoted.findings());
    }

    /** Variants that are harder than any bar asks for, to tell where the limits lie. */
    Findings limits(int step, long seed) {
        Variants variants = new Variants(seed);
        List<String> words = papers.stream()
                .limit(AROUND)
                .flatMap(paper -> Stream.of(paper.text().split("\\s+", -1)))
                .toList();
        String other = String.join(" ", words.subList(0, Math.min(VOCABULARY, words.size())));
        List<Search> searches = new ArrayList<>();
        for (int length : List.of(2_000, 4_000, 8_000)) {
            searches.add(
                    search("within " + length + " other words", step, text -> variants.embedded(text, words, length)));
        }
        for (double share : List.of(0.2, 0.3)) {
            searches.add(search(share + " of the words replaced", step, text -> variants.replaced(text, other, share)));
        }
        searches.add(search("first sentence", step, text -> Variants.first(text, 1)));
        searches.add(search("first two sentences", step, text -> Variants.first(text, 2)));
        return new Findings(
                searches.stream()
                        .map(search -> Measure.told(part, search.kind + ": recall", search.recall()))
                        .toList(),
                List.of());
    }

    private Search search(String kind, int step, UnaryOperator<String> change) {
        Search search = new Search(kind);
        for (int i = 0; i < papers.size(); i += step) {
            Paper paper = papers.get(i);
            search.look(i, Deliveries.post(with(paper, change.apply(paper.text()))));
        }
        return search;
    }

    /** Opening posts one after another, until there is enough to quote from. */
    private String talkFrom(int start) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < talk.size() && words.length() < 4_000; i++) {
            words.append(talk.get((start + i) % talk.size())).append(' ');
        }
        return words.toString().strip();
    }

    private static Paper with(Paper paper, String text) {
        return new Paper(paper.id(), "", text, List.of(), 0);
    }

    /** Counts what becomes of one kind of variant. */
    private final class Search {
        private final String kind;
        private int all;
        private int blocked;
        private int found;
        private int mistaken;

        Search(String kind) {
            this.kind = kind;
        }

        void look(int original, Delivery variant) {
            all++;
            List<Catalogue.Compared> compared = catalogue.compare(profiles.of(variant));
            blocked += compared.stream().anyMatch(other -> other.position() == original) ? 1 : 0;
            found += compared.stream().anyMatch(other -> other.position() == original && other.matches()) ? 1 : 0;
            mistaken += (int) compared.stream()
                    .filter(other -> other.position() != original && other.matches())
                    .count();
        }

        double recall() {
            return Figures.ratio(found, all);
        }

        Findings findings() {
            return Findings.of(
                    Measure.told(part, kind + ": variants", all),
                    Measure.told(part, kind + ": recall of blocking", Figures.ratio(blocked, all)),
                    Measure.atLeast(0.99, part, kind + ": recall", recall()),
                    Measure.told(part, kind + ": matches with another paper", mistaken));
        }
    }
}
