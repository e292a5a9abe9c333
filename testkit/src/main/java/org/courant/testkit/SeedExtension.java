package org.courant.testkit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link SeededTest} once for each seed, and afterwards holds it to its floor. */
final class SeedExtension implements TestTemplateInvocationContextProvider {
    private static final int SEEDS = 20;

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), SeededTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        SeededTest law = AnnotationSupport.findAnnotation(context.getTestMethod(), SeededTest.class)
                .orElseThrow();
        int base = Integer.getInteger("courant.seed.base", 0);
        List<Seed> seeds = IntStream.rangeClosed(1, law.times() * Integer.getInteger("courant.seeds", SEEDS))
                .mapToObj(i -> new Seed(base + i))
                .toList();
        // Closed by JUnit after the last seed.
        context.getStore(Namespace.create(SeedExtension.class))
                .put(Floor.class, new Floor(context.getRequiredTestMethod().getName(), law.floor(), seeds));
        return seeds.stream().map(Invocation::new);
    }

    private record Floor(String law, double share, List<Seed> seeds) implements AutoCloseable {
        @Override
        public void close() {
            long tried = seeds.stream().filter(Seed::hasTried).count();
            if (tried < Math.floor(share * seeds.size())) {
                throw new AssertionError("%s held, but only %d of %d seeds tried it; at least %.0f %% must"
                        .formatted(law, tried, seeds.size(), share * 100));
            }
        }
    }

    private record Invocation(Seed seed) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return "seed " + seed.number();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Parameter(seed));
        }
    }

    private record Parameter(Seed seed) implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Seed.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return seed;
        }
    }
}
