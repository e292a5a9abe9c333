package org.courant.learn.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.courant.learn.data.LabelledData;
import org.courant.learn.data.LabelledPaper;
import org.courant.learn.evaluate.Contender.Judge;
import org.courant.learn.train.Folds;

/**
 * Repeated stratified cross-validation: in each of the folds the contender learns from the other papers; all contenders
 * get the same folds.
 *
 * @param folds number of folds
 * @param seeds how often, each time with other folds
 * @param nanoTime a clock, best of this thread's CPU, for what a verdict costs
 */
public record CrossValidation(int folds, int seeds, LongSupplier nanoTime) {
    /** Measures a contender. */
    public Row measure(Contender contender, LabelledData data) {
        List<List<Judged>> bySeed = new ArrayList<>();
        long nanos = 0;
        for (int seed = 0; seed < seeds; seed++) {
            List<Judged> judged = new ArrayList<>();
            int[] parts = Folds.of(data.papers(), folds, seed + 1);
            for (int fold = 0; fold < folds; fold++) {
                Judge judge = contender.learn(Folds.select(data.papers(), parts, fold, false));
                List<LabelledPaper> unseen = Folds.select(data.papers(), parts, fold, true);
                long started = nanoTime.getAsLong();
                unseen.forEach(paper -> judged.add(new Judged(paper, judge.judge(paper))));
                nanos += nanoTime.getAsLong() - started;
            }
            bySeed.add(judged);
        }
        double verdicts = (double) seeds * data.papers().size();
        return new Row(contender.name(), bySeed, data.labels(), nanos / verdicts / 1000);
    }
}
