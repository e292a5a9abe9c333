package org.courant.service.streams;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Stands around every processor of a topology (KIP-1112), those of the DSL's operators included, so that an error which
 * a record causes reaches {@link ProcessingDeadLetters} as an exception does. Without it the handlers of Kafka Streams
 * hear neither of a {@link StackOverflowError} nor of a {@link ClassCastException}: the thread dies, and so does each
 * that takes its place.
 *
 * <p>The innermost processor that fails makes the dead letter, and what called it goes on as if the call had returned.
 * Nothing is undone; what has been written is committed with the dead letter. That breaks no convergence under two
 * rules, which the processors keep:
 *
 * <ul>
 *   <li>What may throw is a function of the record and of rows, and is computed before the first write. So a record
 *       changes all rows that follow from it, or none.
 *   <li>What a stage publishes of its rows it withdraws where the function of the rows throws. So the result is a
 *       function of the rows here too, and not of which state was the last that could be published.
 * </ul>
 */
public final class RecordGuard implements ProcessorWrapper {
    /** A builder of topologies whose processors are all guarded; what a service runs is built with no other. */
    public static StreamsBuilder builder() {
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(Map.of(
                // Asked for by the constructor and used by nobody: those of the service come when it starts.
                StreamsConfig.APPLICATION_ID_CONFIG,
                "topology",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "localhost:0",
                StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG,
                RecordGuard.class,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true))));
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return new Guards<>(supplier);
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return new FixedKeyGuards<>(supplier);
    }

    /** Runs what may throw an error; an exception goes through as it is. */
    private static void guarded(Runnable process) {
        try {
            process.run();
        } catch (ClassCastException error) {
            throw RecordFailure.of(error);
        } catch (Error error) {
            throw RecordFailure.of(error);
        }
    }

    private record Guards<KIn, VIn, KOut, VOut>(ProcessorSupplier<KIn, VIn, KOut, VOut> supplier)
            implements WrappedProcessorSupplier<KIn, VIn, KOut, VOut> {
        @Override
        public Processor<KIn, VIn, KOut, VOut> get() {
            return new Guarded<>(supplier.get());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return supplier.stores();
        }
    }

    private record FixedKeyGuards<KIn, VIn, VOut>(FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier)
            implements WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> {
        @Override
        public FixedKeyProcessor<KIn, VIn, VOut> get() {
            return new FixedKeyGuarded<>(supplier.get());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return supplier.stores();
        }
    }

    private record Guarded<KIn, VIn, KOut, VOut>(Processor<KIn, VIn, KOut, VOut> processor)
            implements Processor<KIn, VIn, KOut, VOut> {
        @Override
        public void init(ProcessorContext<KOut, VOut> context) {
            processor.init(context);
        }

        @Override
        public void process(Record<KIn, VIn> record) {
            guarded(() -> processor.process(record));
        }

        @Override
        public void close() {
            processor.close();
        }
    }

    private record FixedKeyGuarded<KIn, VIn, VOut>(FixedKeyProcessor<KIn, VIn, VOut> processor)
            implements FixedKeyProcessor<KIn, VIn, VOut> {
        @Override
        public void init(FixedKeyProcessorContext<KIn, VOut> context) {
            processor.init(context);
        }

        @Override
        public void process(FixedKeyRecord<KIn, VIn> record) {
            guarded(() -> processor.process(record));
        }

        @Override
        public void close() {
            processor.close();
        }
    }
}
