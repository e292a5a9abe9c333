package org.courant.enrich.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.courant.enrich.classify.Classification.Score;

/** From logits to a section: scores by softmax, and {@link Taxonomy#OTHER} where they are not sure enough. */
final class Decision {
    private Decision() {}

    /** Scores that add up to 1. */
    static double[] softmax(double[] logits) {
        double most = Arrays.stream(logits).max().orElse(0);
        double[] scores = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            scores[i] = StrictMath.exp(logits[i] - most);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    /**
     * The section with the highest score.
     *
     * @param enough whether there is evidence enough for any section
     * @param reasons what spoke for the best section
     */
    static Classification of(Taxonomy taxonomy, double[] scores, boolean enough, List<String> reasons) {
        List<Score> sorted = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            sorted.add(new Score(taxonomy.sections().get(i).id(), Math.round(scores[i] * 10_000) / 10_000.0));
        }
        sorted.sort(Comparator.comparingDouble(Score::score).reversed().thenComparing(Score::sectionId));
        Score best = sorted.get(0);
        double lead = sorted.size() == 1 ? 1 : best.score() - sorted.get(1).score();
        if (!enough || lead < taxonomy.margin() || best.score() < taxonomy.leastConfidence()) {
            return new Classification(Taxonomy.OTHER, Taxonomy.OTHER_TITLE, best.score(), sorted, List.of());
        }
        String title = taxonomy.sections().stream()
                .filter(section -> section.id().equals(best.sectionId()))
                .map(Taxonomy.SectionDefinition::title)
                .findFirst()
                .orElseThrow();
        return new Classification(best.sectionId(), title, best.score(), sorted, reasons);
    }
}
