package org.courant.learn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.courant.enrich.classify.Evidence;
import org.courant.learn.train.BlendFit.Fitted;
import org.junit.jupiter.api.Test;

class BlendFitTest {
    private static final int PAPERS = 400;

    /** At the same margin the first section is right nine times of ten, the second five times. */
    @Test
    void aSectionThatIsOftenWrongIsTrustedLess() {
        Fitted fitted = fit(9, 5);

        assertThat(score(fitted, 0)).isEqualTo(0.9, within(0.03));
        assertThat(score(fitted, 1)).isEqualTo(0.5, within(0.03));
    }

    @Test
    void aSectionThatHasNotBeenChosenIsTrustedLikeAllOthers() {
        assertThat(fit(9, 5).trust()[2]).isZero();
    }

    private static Fitted fit(int firstRightOfTen, int secondRightOfTen) {
        BlendFit fit = new BlendFit();
        for (int i = 0; i < PAPERS; i++) {
            fit.add(evidence(0, 0), new int[] {i % 10 < firstRightOfTen ? 0 : 2});
            fit.add(evidence(1, 0), new int[] {i % 10 < secondRightOfTen ? 1 : 2});
        }
        return fit.best();
    }

    private static double score(Fitted fitted, int section) {
        return evidence(section, fitted.trust()[section]).scores(fitted.blend())[section];
    }

    private static Evidence evidence(int section, double trust) {
        double[] margins = {-0.5, -0.5, -0.5};
        double[] trusts = new double[3];
        margins[section] = 0.2;
        trusts[section] = trust;
        return new Evidence(margins, new double[3], new double[3], trusts);
    }
}
