package org.courant.enrich.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaithfulnessTest {
    private static final String SOURCE =
            "We train Sieve-2\nwith $\\frac{1}{2}$ of 1,200 games. It wins 12.5% on MazeNet.";

    @Test
    void whatIsRetoldIsFaithful() {
        assertThat(Faithfulness.inventions(
                        "The authors train Sieve-2 with $\\frac{1}{2}$ of 1,200 games. They win 12.5%.", SOURCE))
                .isEmpty();
    }

    @Test
    void aDollarOfMoneyIsNoFormula() {
        String source = "It costs \\$5 or $x$. We drop this. It saves \\$3 of $$y = z$$, not $607K. It ends at $z$.";

        assertThat(Faithfulness.inventions("It costs \\$5 or $x$. It saves \\$3 of $$y = z$$, not $607K.", source))
                .isEmpty();
        assertThat(Faithfulness.inventions("It costs \\$5 or $q$. It saves $$y = q$$.", source))
                .contains("$q$", "$$y = q$$");
    }

    @Test
    void aNumberANameAndAFormulaThatTheSourceDoesNotHaveAreFound() {
        assertThat(Faithfulness.inventions("Sieve-2 beats Mazenet by 12% at $x$.", SOURCE))
                .contains("12", "Mazenet", "$x$");
    }
}
