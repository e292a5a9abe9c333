package org.courant.learn.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.courant.learn.train.Shuffle;

/**
 * A measure with its uncertainty.
 *
 * @param mean mean over the seeds
 * @param low end of the 95 % interval
 * @param high other end
 */
public record Interval(double mean, double low, double high) {
    private static final int REPLICATES = 200;

    /**
     * Bootstrap over seeds and papers: each replicate takes one seed's verdicts and draws as many papers with
     * replacement.
     */
    static Interval of(List<List<Judged>> seeds, ToDoubleFunction<List<Judged>> measure) {
        double mean = seeds.stream().mapToDouble(measure).average().orElse(0);
        Shuffle draw = new Shuffle(7);
        double[] replicates = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
            List<Judged> seed = seeds.get(i % seeds.size());
            List<Judged> drawn = new ArrayList<>(seed.size());
            for (int j = 0; j < seed.size(); j++) {
                drawn.add(seed.get(draw.below(seed.size())));
            }
            replicates[i] = measure.applyAsDouble(drawn);
        }
        Arrays.sort(replicates);
        return new Interval(mean, replicates[(int) (0.025 * REPLICATES)], replicates[(int) (0.975 * REPLICATES) - 1]);
    }
}
