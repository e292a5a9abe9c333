package org.courant.learn.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.enrich.classify.model.SparseVector;
import org.courant.learn.data.LabelledPaper;
import org.courant.learn.train.LinearSolver;

/**
 * The control: TF-IDF of one and two words and a linear SVM, with the defaults of scikit-learn's
 * {@code TfidfVectorizer} and {@code LinearSVC}. Its confidence is a softmax of the margins and not calibrated.
 */
public final class PeerSvm implements Contender {
    private static final Pattern WORD = Pattern.compile("\\b\\w\\w+\\b", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public String name() {
        return "control: TF-IDF + linear SVM";
    }

    @Override
    public Judge learn(List<LabelledPaper> papers) {
        Map<String, Integer> documents = new TreeMap<>();
        papers.forEach(paper -> counts(paper).keySet().forEach(term -> documents.merge(term, 1, Integer::sum)));
        Map<String, Integer> index = new HashMap<>();
        double[] inverse = new double[documents.size()];
        documents.forEach((term, count) -> {
            inverse[index.size()] = 1 + StrictMath.log((1.0 + papers.size()) / (1.0 + count));
            index.put(term, index.size());
        });
        List<SparseVector> rows =
                papers.stream().map(paper -> vector(paper, index, inverse)).toList();
        List<String> sections =
                papers.stream().map(LabelledPaper::label).distinct().sorted().toList();
        double[] costs = new double[papers.size()];
        Arrays.fill(costs, 1);
        List<double[]> weights = sections.stream()
                .map(section -> LinearSolver.EXACT.solve(rows, index.size(), positive(papers, section), costs))
                .toList();
        return paper -> verdict(vector(paper, index, inverse), sections, weights);
    }

    static boolean[] positive(List<LabelledPaper> papers, String section) {
        boolean[] positive = new boolean[papers.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = papers.get(i).label().equals(section);
        }
        return positive;
    }

    static Verdict verdict(SparseVector features, List<String> sections, List<double[]> weights) {
        double[] margins = weights.stream()
                .mapToDouble(weight -> features.dot(weight) + weight[weight.length - 1])
                .toArray();
        int best = 0;
        double sum = 0;
        for (int i = 0; i < margins.length; i++) {
            best = margins[i] > margins[best] ? i : best;
        }
        for (double margin : margins) {
            sum += StrictMath.exp(margin - margins[best]);
        }
        return new Verdict(sections.get(best), 1 / sum);
    }

    private static SparseVector vector(LabelledPaper paper, Map<String, Integer> index, double[] inverse) {
        TreeMap<Integer, Double> values = new TreeMap<>();
        counts(paper).forEach((term, count) -> {
            Integer known = index.get(term);
            if (known != null) {
                values.put(known, count * inverse[known]);
            }
        });
        double norm = Math.sqrt(
                values.values().stream().mapToDouble(value -> value * value).sum());
        int[] indices = values.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] scaled = new float[indices.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values.getOrDefault(indices[i], 0.0) / norm);
        }
        return new SparseVector(indices, scaled);
    }

    private static Map<String, Integer> counts(LabelledPaper paper) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(paper.text().toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            counts.merge(words.get(i), 1, Integer::sum);
            if (i + 1 < words.size()) {
                counts.merge(words.get(i) + " " + words.get(i + 1), 1, Integer::sum);
            }
        }
        return counts;
    }
}
