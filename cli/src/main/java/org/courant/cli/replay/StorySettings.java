package org.courant.cli.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.courant.enrich.EnrichSettings;
import org.courant.publish.PublishSettings;
import org.courant.schemas.hash.Sha256;
import org.courant.service.settings.Section;

/**
 * The settings that decide how a story is told when it is told again, each as a fingerprint. They are those of this
 * machine; with which ones the services were started cannot be seen from here.
 *
 * @param sections of the file of sections
 * @param model of the file of what has been learnt of them
 * @param languageModel of the name of the language model and the version of the prompt; {@code -} where none is used
 * @param ranking of the weights
 */
record StorySettings(String sections, String model, String languageModel, String ranking) {
    private static final String NONE = "-";

    /** Reads them; what is wrong goes to the problems of the file. */
    static StorySettings from(Section root) {
        EnrichSettings enrich = EnrichSettings.from(root);
        return new StorySettings(
                enrich.taxonomy().fingerprint(),
                enrich.model().fingerprint(),
                Optional.ofNullable(enrich.languageModel())
                        .map(model -> fingerprint(model.version().summariser()))
                        .orElse(NONE),
                fingerprint(PublishSettings.from(root).ranking().toString()));
    }

    /** Reads what {@link #toString} wrote; empty where it was not that. */
    static Optional<StorySettings> parse(String text) {
        String[] parts = text.split(":", -1);
        return parts.length == 4
                ? Optional.of(new StorySettings(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    /** The keys of the settings that differ. */
    List<String> differences(StorySettings other) {
        List<String> keys = new ArrayList<>();
        add(keys, "enrich.sections", sections, other.sections);
        add(keys, "enrich.model", model, other.model);
        add(keys, "enrich.language-model", languageModel, other.languageModel);
        add(keys, "publish.ranking", ranking, other.ranking);
        return keys;
    }

    /** One word. */
    @Override
    public String toString() {
        return String.join(":", sections, model, languageModel, ranking);
    }

    private static void add(List<String> keys, String key, String one, String other) {
        if (!one.equals(other)) {
            keys.add(key);
        }
    }

    private static String fingerprint(String text) {
        return HexFormat.of().formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 4);
    }
}
