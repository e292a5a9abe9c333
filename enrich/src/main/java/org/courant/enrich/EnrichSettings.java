package org.courant.enrich;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.courant.enrich.classify.Taxonomy;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.service.settings.Durations;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Section;
import org.courant.service.streams.StreamsSettings;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code enrich} of the settings.
 *
 * <ul>
 *   <li>{@code sections} (the file that ships with Courant): file with the sections of the digest
 *   <li>{@code model} (the file that ships with Courant): file that {@code courant train sections} wrote
 *   <li>{@code most-members} ({@code 500}): items of one story beyond this number are rejected; so many of one name
 *       mean that the name is shared by unrelated works
 *   <li>{@code match-texts} ({@code true}): match works by their texts and titles too, not by their names only
 *   <li>{@code match-window} ({@code 60d}): works that were published further apart do not match by text
 *   <li>{@code match-grace} ({@code 300d}): how late an item may be delivered, and how long after its first appearance
 *       a work may be revised, and still meet the works of its window; works are remembered for both together
 *   <li>{@code language-model}: see {@link LanguageModelSettings}; without an {@code url} none is used
 *   <li>{@code health-host} ({@code 127.0.0.1}) and {@code health-port} ({@code 8092}; 0 for any free port): where
 *       /healthz, /readyz, /metrics and /topology are served
 *   <li>{@code application-id}, {@code state-dir}, {@code threads}, {@code commit-interval}, {@code store-megabytes}:
 *       see {@link StreamsSettings}
 * </ul>
 *
 * @param taxonomy the sections
 * @param model what has been learnt of them
 * @param mostMembers items of one story
 * @param limits whether works match by text, and how far they may be apart in time
 * @param healthHost address to listen on
 * @param healthPort port to listen on
 * @param streams how the work is shared and where its state is
 * @param languageModel who summarises besides; null where nobody does
 */
public record EnrichSettings(
        Taxonomy taxonomy,
        LinearModelFile.Loaded model,
        int mostMembers,
        MatchLimits limits,
        String healthHost,
        int healthPort,
        StreamsSettings streams,
        @Nullable LanguageModelSettings languageModel) {
    private static final String NAME = "enrich";

    /** The members of a story, each with the longest names that are allowed, fit into a record. */
    private static final int MOST_MEMBERS = 500;

    /** Reads the section; what is wrong goes to its problems, and what is wrong in the file of sections too. */
    public static EnrichSettings from(Section root) {
        Section section = root.section(NAME);
        EnrichSettings settings = new EnrichSettings(
                read(section, "sections", TaxonomyFile::read, TaxonomyFile::shipped),
                read(section, "model", LinearModelFile::read, LinearModelFile::shipped),
                section.integer("most-members", MOST_MEMBERS, 1, MOST_MEMBERS),
                limits(section),
                section.text("health-host", "127.0.0.1"),
                section.integer("health-port", 8092, 0, 65_535),
                StreamsSettings.from(section, NAME),
                LanguageModelSettings.from(section).orElse(null));
        section.rejectUnknownKeys();
        return settings;
    }

    private static MatchLimits limits(Section section) {
        MatchLimits limits = MatchLimits.of(days(section, "match-window", 60), days(section, "match-grace", 300));
        return section.flag("match-texts", true) ? limits : MatchLimits.NO_TEXTS;
    }

    private static Duration days(Section section, String key, int standard) {
        return section.read(key, Duration.ofDays(standard), "whole days from 1d to 3650d, such as 60d", text -> {
            Duration duration = Durations.parse(text);
            if (duration.toDays() < 1
                    || duration.toDays() > 3650
                    || !duration.equals(Duration.ofDays(duration.toDays()))) {
                throw new IllegalArgumentException("'" + text + "' is not between 1d and 3650d, in whole days");
            }
            return duration;
        });
    }

    private static <T> T read(Section section, String key, Function<Path, T> reader, Supplier<T> shipped) {
        String file = section.text(key, "");
        if (file.isEmpty()) {
            return shipped.get();
        }
        try {
            return reader.apply(Path.of(file));
        } catch (InvalidSettings bad) {
            bad.problems().forEach(problem -> section.problems().add(section.origin(key), problem));
            return shipped.get();
        }
    }
}
