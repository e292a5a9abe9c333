package org.courant.learn.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.courant.enrich.classify.model.FeatureSpace;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.LinearModel.Blend;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.classify.model.NgramCounts;
import org.courant.enrich.classify.model.SparseVector;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.enrich.text.Words;
import org.courant.learn.data.LabelledPaper;

/** Trains the linear model of labelled papers: one section against the rest, each class with equal weight. */
final class LinearTrainer {
    /** N-grams of one paper only say nothing of the next. */
    private static final int LEAST_PAPERS = 2;

    private static final int STEPS = 127;

    private final Recipe recipe;
    private final WordVectors vectors;

    LinearTrainer(Recipe recipe, WordVectors vectors) {
        this.recipe = recipe;
        this.vectors = vectors;
    }

    /**
     * A model that knows the given sections.
     *
     * @param papers that people filed
     * @param byCategory that have their section from categories only
     */
    LinearModel train(List<LabelledPaper> papers, List<LabelledPaper> byCategory, List<String> sections) {
        List<LabelledPaper> all = new ArrayList<>(papers);
        all.addAll(fewOfEach(byCategory));
        List<List<String>> words =
                all.stream().map(paper -> Words.of(paper.text())).toList();
        List<NgramCounts> counts = words.stream()
                .map(text -> NgramCounts.of(recipe.ngrams() ? text : List.of()))
                .toList();
        FeatureSpace space = new FeatureSpace(inverseFrequencies(counts));
        List<SparseVector> rows = IntStream.range(0, all.size())
                .mapToObj(i -> space.features(counts.get(i), vector(words.get(i))))
                .toList();
        double[] importance = IntStream.range(0, all.size())
                .mapToDouble(i -> i < papers.size() ? 1 : recipe.importance())
                .toArray();
        List<double[]> solved = sections.stream()
                .map(section -> solve(section, all, rows, importance, sections.size()))
                .toList();
        return model(sections, space, solved);
    }

    private double[] solve(
            String section, List<LabelledPaper> papers, List<SparseVector> rows, double[] importance, int sections) {
        boolean[] positive = new boolean[papers.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = papers.get(i).label().equals(section);
        }
        return LinearSolver.FAST.solve(
                rows,
                FeatureSpace.size(vectors.dimensions()),
                positive,
                LinearSolver.balanced(recipe.cost(), positive, importance, sections));
    }

    /** The same few whatever the order of the files: by a hash of the id. */
    private List<LabelledPaper> fewOfEach(List<LabelledPaper> byCategory) {
        Map<String, List<LabelledPaper>> bySection = new TreeMap<>();
        byCategory.forEach(paper -> bySection
                .computeIfAbsent(paper.label(), label -> new ArrayList<>())
                .add(paper));
        return bySection.values().stream()
                .flatMap(papers -> papers.stream()
                        .sorted(Comparator.<LabelledPaper>comparingInt(paper -> NgramCounts.word(paper.id()))
                                .thenComparing(LabelledPaper::id))
                        .limit(recipe.mostByCategory()))
                .toList();
    }

    private double[] vector(List<String> words) {
        return recipe.vectors() ? vectors.embed(words).vector() : new double[vectors.dimensions()];
    }

    private static double[] inverseFrequencies(List<NgramCounts> counts) {
        int[] papers = new int[NgramCounts.BUCKETS];
        for (NgramCounts count : counts) {
            for (int bucket : count.buckets()) {
                papers[bucket]++;
            }
        }
        double[] frequencies = new double[papers.length];
        for (int i = 0; i < papers.length; i++) {
            if (papers[i] >= LEAST_PAPERS) {
                frequencies[i] = LinearModelFile.kept(1 + StrictMath.log((1.0 + counts.size()) / (1.0 + papers[i])));
            }
        }
        return frequencies;
    }

    private static LinearModel model(List<String> sections, FeatureSpace space, List<double[]> solved) {
        int count = sections.size();
        byte[] weights = new byte[NgramCounts.BUCKETS * count];
        double[] steps = new double[count];
        double[] biases = new double[count];
        float[][] vectorWeights = new float[count][];
        for (int section = 0; section < count; section++) {
            double[] exact = solved.get(section);
            double largest = 1e-9;
            for (int bucket = 0; bucket < NgramCounts.BUCKETS; bucket++) {
                largest = Math.max(largest, Math.abs(exact[bucket]));
            }
            steps[section] = largest / STEPS;
            for (int bucket = 0; bucket < NgramCounts.BUCKETS; bucket++) {
                weights[bucket * count + section] = (byte) Math.round(exact[bucket] / steps[section]);
            }
            vectorWeights[section] = new float[exact.length - 1 - NgramCounts.BUCKETS];
            for (int i = 0; i < vectorWeights[section].length; i++) {
                vectorWeights[section][i] = (float) exact[NgramCounts.BUCKETS + i];
            }
            biases[section] = exact[exact.length - 1];
        }
        double[] trust = new double[sections.size()];
        return new LinearModel(
                List.of(), sections, space, weights, steps, vectorWeights, biases, trust, Blend.UNTRAINED);
    }
}
