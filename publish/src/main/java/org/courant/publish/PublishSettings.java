package org.courant.publish;

import java.time.Duration;
import java.util.List;
import org.courant.publish.edition.SectionOrder;
import org.courant.publish.finish.RankingWeights;
import org.courant.publish.web.WebSettings;
import org.courant.service.settings.Durations;
import org.courant.service.settings.Section;
import org.courant.service.streams.StreamsSettings;

/**
 * The section {@code publish} of the settings.
 *
 * @param host address that the web server listens on; {@code 0.0.0.0} for all
 * @param port port of the web server; 0 for any free one
 * @param editionInterval how often editions that have changed are written
 * @param sections order of the sections in an edition, by id; others follow by id, {@code other} comes last
 * @param ranking what counts for the rank of an entry in its section
 * @param streams application-id, state-dir, threads, commit-interval and store-megabytes
 * @param web what the web server offers to whom
 */
public record PublishSettings(
        String host,
        int port,
        Duration editionInterval,
        SectionOrder sections,
        RankingWeights ranking,
        StreamsSettings streams,
        WebSettings web) {
    private static final String NAME = "publish";
    private static final String EXPECTED = "a duration from 50ms to 1h";

    /** The sections of the taxonomy that comes with Courant. */
    private static final List<String> SECTIONS = List.of(
            "training-methods",
            "reasoning",
            "agents",
            "retrieval",
            "multimodal",
            "speech",
            "robotics",
            "efficiency",
            "safety",
            "interpretability",
            "evaluation",
            "data",
            "code",
            "theory",
            "applications",
            "community");

    /** Reads the section; what is wrong goes to the problems of the file. */
    public static PublishSettings from(Section root) {
        Section section = root.section(NAME);
        List<String> sections = section.texts("sections");
        PublishSettings settings = new PublishSettings(
                section.text("host", "127.0.0.1"),
                section.integer("port", 8080, 0, 65_535),
                section.read("edition-interval", Duration.ofMillis(500), EXPECTED, PublishSettings::interval),
                new SectionOrder(sections.isEmpty() ? SECTIONS : sections),
                RankingWeights.from(section),
                StreamsSettings.from(section, NAME),
                WebSettings.from(section));
        section.rejectUnknownKeys();
        return settings;
    }

    private static Duration interval(String text) {
        Duration interval = Durations.parse(text);
        if (interval.toMillis() < 50 || interval.toHours() > 1) {
            throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED);
        }
        return interval;
    }
}
