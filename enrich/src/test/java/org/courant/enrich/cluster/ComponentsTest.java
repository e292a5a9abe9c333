package org.courant.enrich.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.courant.enrich.store.InMemoryStores;
import org.courant.enrich.store.StateStores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private final IdentityGraph graph = graph();
    private final Components components = new Components(graph);

    @RepeatedTest(100)
    void everyLabelIsTheStrongestIdentityThatCanBeReached(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        int size = 2 + random.nextInt(14);
        Set<List<Integer>> edges = new HashSet<>();
        for (int change = 0; change < 120; change++) {
            int a = random.nextInt(size);
            int b = random.nextInt(size);
            List<Integer> edge = List.of(Math.min(a, b), Math.max(a, b));
            if (a != b && edges.add(edge)) {
                components.join(name(a), name(b));
            } else if (a != b) {
                edges.remove(edge);
                components.part(name(b), name(a));
            }
            IntStream.range(0, size)
                    .forEach(node -> assertThat(graph.label(name(node)))
                            .isEqualTo(name(reachable(node, edges).first())));
        }
    }

    @Test
    void onlyWhoseLabelHasChangedIsTold() {
        assertThat(components.join(name(3), name(4))).containsExactly(name(4));
        assertThat(components.join(name(1), name(3))).containsExactlyInAnyOrder(name(3), name(4));
        assertThat(components.join(name(1), name(4))).isEmpty();
        assertThat(components.part(name(3), name(4))).isEmpty();
        assertThat(components.part(name(1), name(4))).containsExactly(name(4));
    }

    @Test
    void aLongChainNeedsNoDeepStack() {
        IntStream.range(0, 20_000).forEach(i -> components.join(name(i), name(i + 1)));
        assertThat(graph.label(name(20_000))).isEqualTo(name(0));

        assertThat(components.part(name(9_999), name(10_000))).hasSize(10_001);
        assertThat(graph.label(name(20_000))).isEqualTo(name(10_000));
    }

    private static NavigableSet<Integer> reachable(int start, Set<List<Integer>> edges) {
        NavigableSet<Integer> seen = new TreeSet<>(List.of(start));
        Deque<Integer> frontier = new ArrayDeque<>(seen);
        while (!frontier.isEmpty()) {
            int node = frontier.remove();
            edges.stream()
                    .filter(edge -> edge.contains(node))
                    .map(edge -> edge.get(0) == node ? edge.get(1) : edge.get(0))
                    .filter(seen::add)
                    .forEach(frontier::add);
        }
        return seen;
    }

    private static String name(int number) {
        return "arxiv:2606.%05d".formatted(number);
    }

    private static IdentityGraph graph() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        for (StateStore store : InMemoryStores.open(Set.of(StateStores.EDGES, StateStores.COMPONENTS))) {
            context.addStateStore(store);
        }
        return new IdentityGraph(
                context.getStateStore(StateStores.EDGES), context.getStateStore(StateStores.COMPONENTS));
    }
}
