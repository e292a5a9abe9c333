package org.courant.cli.evaluate.dedup;

import java.util.List;
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

        Findings findings() {
            return Findings.of(
                    Measure.told(part, kind + ": variants", all),
                    Measure.told(part, kind + ": recall of blocking", Figures.ratio(blocked, all)),
                    Measure.atLeast(0.99, part, kind + ": recall", Figures.ratio(found, all)),
                    Measure.told(part, kind + ": matches with another paper", mistaken));
        }
    }
}
