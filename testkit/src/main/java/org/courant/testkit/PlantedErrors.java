package org.courant.testkit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyDescription;
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
import org.jspecify.annotations.Nullable;

/**
 * Makes any processor of a topology throw at records that are marked for it, before it has done anything. It stands
 * inside of the wrapper that the product has around its processors, so what becomes of the error is the product's
 * doing.
 */
public final class PlantedErrors implements ProcessorWrapper {
    private static final String AROUND = "planted.errors.around";

    private ProcessorWrapper around;

    /** What a processor throws. */
    public enum Kind {
        OVERFLOW {
            @Override
            void raise() {
                throw new IllegalStateException("no overflow after " + overflow(1) + " calls");
            }
        },
        NULL {
            @Override
            void raise() {
                throw new NullPointerException("as planted");
            }
        },
        ASSERTION {
            @Override
            void raise() {
                throw new AssertionError("as planted");
            }
        };

        abstract void raise();

        private static long overflow(long calls) {
            return calls == Long.MAX_VALUE ? 0 : 1 + overflow(calls + 1);
        }

        /** A text that, anywhere in the key or the value of a record, has a processor throw at it. */
        public String mark(String processor) {
            return "/" + processor + "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A builder of topologies that can be made to throw. */
    public static StreamsBuilder builder(Class<? extends ProcessorWrapper> around) {
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "planted",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "localhost:0",
                StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG,
                PlantedErrors.class,
                AROUND,
                around))));
    }

    /** The names of the processors of a topology in which errors can be planted, those of operators included. */
    public static Stream<String> processors(Topology topology) {
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Processor.class::isInstance)
                .map(TopologyDescription.Node::name)
                .filter(name -> !name.endsWith("-repartition-filter"))
                .sorted();
    }

    @Override
    public void configure(Map<String, ?> settings) {
        around = (ProcessorWrapper) Utils.newInstance((Class<?>) settings.get(AROUND));
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return around.wrapProcessorSupplier(name, new Planted<>(name, supplier));
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return around.wrapFixedKeyProcessorSupplier(name, new FixedKeyPlanted<>(name, supplier));
    }

    private static void raise(String processor, @Nullable Object key, @Nullable Object value) {
        String text = key + " " + value;
        Arrays.stream(Kind.values())
                .filter(kind -> text.contains(kind.mark(processor)))
                .forEach(Kind::raise);
    }

    private record Planted<KIn, VIn, KOut, VOut>(String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier)
            implements ProcessorSupplier<KIn, VIn, KOut, VOut> {
        @Override
        public Processor<KIn, VIn, KOut, VOut> get() {
            Processor<KIn, VIn, KOut, VOut> processor = supplier.get();
            return new Processor<>() {
                @Override
                public void init(ProcessorContext<KOut, VOut> context) {
                    processor.init(context);
                }

                @Override
                public void process(Record<KIn, VIn> record) {
                    raise(name, record.key(), record.value());
                    processor.process(record);
                }

                @Override
                public void close() {
                    processor.close();
                }
            };
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return supplier.stores();
        }
    }

    private record FixedKeyPlanted<KIn, VIn, VOut>(String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier)
            implements FixedKeyProcessorSupplier<KIn, VIn, VOut> {
        @Override
        public FixedKeyProcessor<KIn, VIn, VOut> get() {
            FixedKeyProcessor<KIn, VIn, VOut> processor = supplier.get();
            return new FixedKeyProcessor<>() {
                @Override
                public void init(FixedKeyProcessorContext<KIn, VOut> context) {
                    processor.init(context);
                }

                @Override
                public void process(FixedKeyRecord<KIn, VIn> record) {
                    raise(name, record.key(), record.value());
                    processor.process(record);
                }

                @Override
                public void close() {
                    processor.close();
                }
            };
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return supplier.stores();
        }
    }
}
