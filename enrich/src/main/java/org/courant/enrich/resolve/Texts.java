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
        return described(name).map(text -> ComparedText.of(name.work(), text));
    }

    /** Whether a text stands for its work; one that is not there does not. */
    boolean stands(TextName name) {
        return described(name).filter(DescribedText::getStands).isPresent();
    }

    private Optional<DescribedText> described(TextName name) {
        @Nullable Descriptor descriptor = descriptors.get(name.work());
        return descriptor == null
                ? Optional.empty()
                : descriptor.getTexts().stream()
                        .filter(text -> text.getText().equals(name.text()))
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
