package org.courant.enrich.languagemodel;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** English sentences in the third person, with names, numbers and formulas. */
public final class RandomProse {
    private static final List<String> SUBJECTS = List.of(
            "The method", "MazeNet", "A second agent", "The planner of Kiln-7B", "Each of 1,200 games", "Training");
    private static final List<String> VERBS =
            List.of("keeps", "is slower than", "agrees with", "depends on", "reads", "is trained on");
    private static final List<String> OBJECTS = List.of(
            "a count of $\\alpha_i$ entries",
            "the memory of the baseline",
            "12.5% of the tokens in the set",
            "what was said before it",
            "ten tasks from OpenMaze",
            "the gradient at $x<y$");

    private RandomProse() {}

    public static String of(Random random, int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(i -> pick(random, SUBJECTS) + " " + pick(random, VERBS) + " " + pick(random, OBJECTS)
                        + " and " + pick(random, VERBS) + " " + pick(random, OBJECTS) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String pick(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
