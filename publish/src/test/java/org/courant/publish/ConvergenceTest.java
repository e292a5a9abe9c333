package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.courant.schemas.Member;
import org.courant.schemas.Story;
import org.courant.testkit.Seed;
import org.courant.testkit.SeededTest;
import org.jspecify.annotations.Nullable;

/** The final tables are a function of the final stories, whatever happened on the way. */
final class ConvergenceTest {
    private static final List<String> SECTIONS = List.of("training-methods", "agents", "zoology", "other");
    private static final List<String> SOURCES = List.of("arXiv cs.LG", "arXiv cs.AI", "Forum");

    private record Tables(Map<String, String> entries, Map<String, String> editions) {}

    @SeededTest
    void anyOrderOfTheSameHistoriesGivesTheSameBytes(Seed seed) {
        Random random = seed.random();
        Map<String, List<@Nullable Story>> histories = histories(random);

        Tables finalOnly = run(lastOf(histories), random, 0);
        Tables oneOrder = run(histories, random, 5);
        Tables anotherOrder = run(histories, random, 1);

        assertThat(oneOrder).isEqualTo(finalOnly);
        assertThat(anotherOrder).isEqualTo(finalOnly);
        assertThat(finalOnly.entries()).isNotEmpty();
        assertThat(finalOnly.editions()).isNotEmpty();
    }

    /** Some stories, each with what becomes of it over time: changes, moves, withdrawals and returns. */
    private static Map<String, List<@Nullable Story>> histories(Random random) {
        Map<String, List<@Nullable Story>> histories = new LinkedHashMap<>();
        for (int story = 0; story < 30; story++) {
            String id = "arxiv:" + story;
            List<@Nullable Story> history = new ArrayList<>();
            IntStream.rangeClosed(0, random.nextInt(5))
                    .forEach(step -> history.add(random.nextInt(5) == 0 ? null : story(id, random)));
            histories.put(id, history);
        }
        return histories;
    }

    private static Story story(String id, Random random) {
        String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
        List<Member> members = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> Stories.member(id, SOURCES.get(random.nextInt(SOURCES.size())))
                        .setItemId("item-" + i)
                        .setOffset((long) random.nextInt(100))
                        .build())
                .toList();
        return Stories.story(id)
                .setTitle(random.nextInt(8) == 0 ? "" : "Title " + random.nextInt(3))
                .setSectionId(section)
                .setSectionTitle(section)
                .setSectionConfidence(random.nextInt(3) / 2.0)
                .setVersion(1 + random.nextInt(2))
                .setEventTime(TestTopology.later(random.nextInt(4)))
                .setMembers(members)
                .build();
    }

    private static Map<String, List<@Nullable Story>> lastOf(Map<String, List<@Nullable Story>> histories) {
        Map<String, List<@Nullable Story>> last = new LinkedHashMap<>();
        histories.forEach((id, history) -> last.put(id, history.subList(history.size() - 1, history.size())));
        return last;
    }

    /** Sends each history in its own order, all of them interleaved at random, with a tick now and then. */
    private static Tables run(Map<String, List<@Nullable Story>> histories, Random random, int tickEvery) {
        List<String> turns = new ArrayList<>();
        histories.forEach((id, history) -> history.forEach(step -> turns.add(id)));
        Collections.shuffle(turns, random);
        Map<String, Integer> next = new LinkedHashMap<>();
        try (TestTopology publish = new TestTopology()) {
            for (String id : turns) {
                int step = next.merge(id, 1, Integer::sum) - 1;
                publish.stories.pipeInput(
                        id, Objects.requireNonNull(histories.get(id)).get(step), Stories.MORNING);
                if (tickEvery > 0 && random.nextInt(tickEvery) == 0) {
                    publish.tick();
                }
            }
            publish.tick();
            return new Tables(TestTopology.table(publish.entries), TestTopology.table(publish.editions));
        }
    }
}
