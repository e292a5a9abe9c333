package org.courant.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps cluster and registry in the root store, which JUnit closes after the last test. */
final class KafkaExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(KafkaExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestCluster.class || type == TestRegistry.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return parameter.getParameter().getType() == TestRegistry.class ? registry(store) : cluster(store);
    }

    private static TestCluster cluster(Store store) {
        return store.computeIfAbsent(
                TestCluster.class,
                key -> new TestCluster(TestBroker.start(), () -> registry(store)),
                TestCluster.class);
    }

    private static TestRegistry registry(Store store) {
        return store.computeIfAbsent(TestRegistry.class, key -> TestRegistry.start(), TestRegistry.class);
    }
}
