package org.courant.publish.page;

import java.util.List;

/**
 * A page that has no entries to show and says why.
 *
 * @param steps what the reader can do, each a sentence
 * @param commands what an operator can type, may be empty
 */
public record MessagePage(String title, String text, List<String> steps, List<String> commands, SourceStrip sources) {
    public MessagePage {
        steps = List.copyOf(steps);
        commands = List.copyOf(commands);
    }

    /** For an address that leads nowhere or a request that failed. */
    public static MessagePage error(String title, String text) {
        return new MessagePage(title, text, List.of(), List.of(), new SourceStrip("", List.of()));
    }

    /** For a view that is still being read. */
    public static MessagePage starting() {
        return error("Courant is starting", "The digest is being read from Kafka. Try again in a few seconds.");
    }

    /** For a digest that has no edition yet. */
    static MessagePage empty(SourceStrip sources) {
        return new MessagePage(
                "No edition yet",
                "Nothing has been published. The first edition appears here as soon as a source has delivered "
                        + "and its items have been worked through.",
                sources.sources().isEmpty()
                        ? List.of(
                                "No source is known yet: apply the ones in your settings.",
                                "Then see that ingest and enrich run, and what they do.",
                                "To look around without any source, run the demo.")
                        : List.of(
                                "See what the sources and the stages are doing.",
                                "To look around meanwhile, run the demo."),
                sources.sources().isEmpty()
                        ? List.of("courant sources apply", "courant status", "courant demo")
                        : List.of("courant status", "courant demo"),
                sources);
    }
}
