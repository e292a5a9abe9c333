package org.courant.enrich.languagemodel.flow;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.courant.enrich.record.Answer;
import org.courant.enrich.store.RecordSerde;
import org.courant.enrich.store.StoreKey;

/** The state of the stages that ask a language model; there is none where no model is used. */
final class ModelStores {
    /** Story id to the {@link Answer} that it waits for or has. */
    static final String INQUIRIES = "inquiries";

    /** Key of a text and story that wants its summary; the value means nothing. */
    static final String READERS = "summary-readers";

    /** Key of a text to {@link Answer}, for every summary that there is. */
    static final String ANSWERS = "known-summaries";

    private ModelStores() {}

    static List<StoreBuilder<?>> all() {
        return List.of(
                answers(INQUIRIES),
                answers(ANSWERS),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(READERS), StoreKey.serde(), Serdes.ByteArray()));
    }

    private static StoreBuilder<?> answers(String name) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), RecordSerde.of(Answer.class));
    }
}
