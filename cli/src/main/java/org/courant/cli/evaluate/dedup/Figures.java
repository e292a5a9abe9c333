package org.courant.cli.evaluate.dedup;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are written: whole numbers as such, others with as many digits as they are worth. */
final class Figures {
    private static final int DIGITS = 5;

    private Figures() {}

    static String text(double figure) {
        return rounded(figure).toPlainString();
    }

    static BigDecimal rounded(double figure) {
        BigDecimal rounded = BigDecimal.valueOf(Double.isFinite(figure) ? figure : 0)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
