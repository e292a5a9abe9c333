package org.courant.enrich.resolve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.DescribedText;
import org.courant.enrich.record.Descriptor;
import org.jspecify.annotations.Nullable;

/** Finds texts in the descriptors of their works. */
record Texts(KeyValueStore<String, Descriptor> descriptors) {
    Optional<ComparedText> find(TextName name) {
        @Nullable Descriptor descriptor = descriptors.get(name.work());
        return descriptor == null
                ? Optional.empty()
                : descriptor.getTexts().stream()
                        .filter(text -> text.getText().equals(name.text()))
                        .map(text -> ComparedText.of(name.work(), text))
                        .findFirst();
    }

    /** The texts of a work by what tells them apart, the one that stands for it last. */
    static Map<String, DescribedText> of(@Nullable Descriptor descriptor) {
        Map<String, DescribedText> texts = new LinkedHashMap<>();
        if (descriptor != null) {
            descriptor.getTexts().stream()
                    .sorted((one, other) -> Boolean.compare(one.getStands(), other.getStands()))
                    .forEach(text -> texts.put(text.getText(), text));
        }
        return texts;
    }
}
