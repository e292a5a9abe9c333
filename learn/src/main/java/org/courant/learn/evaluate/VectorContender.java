package org.courant.learn.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.courant.enrich.classify.model.SparseVector;
import org.courant.learn.data.LabelledPaper;
import org.courant.learn.train.LinearSolver;

/**
 * A linear model over vectors that someone else makes of texts: what an encoder would bring. Vectors of papers to learn
 * from are kept, those of papers to judge are made each time, so that their cost is in the verdict's.
 */
public final class VectorContender implements Contender {
    private static final double COST = 5;

    private final String name;
    private final Function<String, float[]> encoder;
    private final Map<String, SparseVector> learnt = new HashMap<>();

    public VectorContender(String name, Function<String, float[]> encoder) {
        this.name = name;
        this.encoder = encoder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Judge learn(List<LabelledPaper> papers) {
        List<SparseVector> rows = papers.stream()
                .map(paper -> learnt.computeIfAbsent(paper.id(), id -> vector(paper)))
                .toList();
        List<String> sections =
                papers.stream().map(LabelledPaper::label).distinct().sorted().toList();
        double[] costs = new double[papers.size()];
        Arrays.fill(costs, COST);
        int size = rows.get(0).indices().length;
        List<double[]> weights = sections.stream()
                .map(section -> LinearSolver.FAST.solve(rows, size, PeerSvm.positive(papers, section), costs))
                .toList();
        return paper -> PeerSvm.verdict(vector(paper), sections, weights);
    }

    private SparseVector vector(LabelledPaper paper) {
        float[] values = encoder.apply(paper.text());
        return new SparseVector(IntStream.range(0, values.length).toArray(), values);
    }
}
