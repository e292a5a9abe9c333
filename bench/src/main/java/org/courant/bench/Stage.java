package org.courant.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.courant.enrich.store.StateStores;

/** A task without a broker: processors and the RocksDB stores that they share. */
final class Stage implements AutoCloseable {
    private final Path folder;
    private final Properties settings;
    private final TaskId task;
    private final List<StateStore> stores = new ArrayList<>();
    private final Map<Class<?>, Processor<Object, Object, Object, Object>> processors = new HashMap<>();
    private final Map<Class<?>, MockProcessorContext<Object, Object>> contexts = new HashMap<>();

    Stage(Path folder, Properties settings, int partition, Set<String> storeNames) {
        this.folder = folder;
        this.settings = settings;
        this.task = new TaskId(0, partition);
        MockProcessorContext<Object, Object> context = newContext();
        for (StoreBuilder<?> builder : StateStores.all()) {
            if (storeNames.contains(builder.name())) {
                StateStore store =
                        builder.withLoggingDisabled().withCachingDisabled().build();
                store.init(context.getStateStoreContext(), store);
                stores.add(store);
            }
        }
    }

    /** Adds the processor of records with values of some kinds. */
    Stage add(Processor<?, ?, ?, ?> processor, List<Class<?>> kinds) {
        MockProcessorContext<Object, Object> context = newContext();
        stores.forEach(context::addStateStore);
        Processor<Object, Object, Object, Object> any = untyped(processor);
        any.init(context);
        kinds.forEach(kind -> {
            processors.put(kind, any);
            contexts.put(kind, context);
        });
        return this;
    }

    /** Processes a record; returns what has been forwarded. */
    List<Record<?, ?>> process(Record<?, ?> record) {
        Class<?> kind = record.value().getClass();
        MockProcessorContext<Object, Object> context = Objects.requireNonNull(contexts.get(kind), kind.getName());
        context.resetForwards();
        Objects.requireNonNull(processors.get(kind), kind.getName())
                .process(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
        List<Record<?, ?>> forwarded = new ArrayList<>();
        context.forwarded().forEach(forward -> forwarded.add(forward.record()));
        return forwarded;
    }

    @Override
    public void close() {
        stores.forEach(StateStore::close);
    }

    private MockProcessorContext<Object, Object> newContext() {
        return new MockProcessorContext<>(settings, task, folder.toFile());
    }

    @SuppressWarnings("unchecked") // the topology's own types hold here too
    private static Processor<Object, Object, Object, Object> untyped(Processor<?, ?, ?, ?> processor) {
        return (Processor<Object, Object, Object, Object>) processor;
    }
}
