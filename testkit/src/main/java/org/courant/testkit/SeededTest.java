package org.courant.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A law: a test that takes a {@link Seed} and is run for many. System property {@code courant.seeds} says for how many
 * (20 unless it is set), {@code courant.seed.base} after which number they begin (0). A seed's number is in its name in
 * the report, so {@code -Dcourant.seeds=1 -Dcourant.seed.base=<number - 1>} runs that one alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SeedExtension.class)
public @interface SeededTest {
    /** How many times {@code courant.seeds}: more than 1 for a law that costs next to nothing. */
    int times() default 1;

    /**
     * Share of the seeds that must have {@link Seed#tried tried} what the law is about; a law that held because most
     * seeds left it out fails.
     */
    double floor() default 0;
}
