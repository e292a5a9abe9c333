package org.courant.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a page shows it; all texts are plain and are escaped by the template.
 *
 * @param id entry id
 * @param hash start of the content hash, by which a page knows what it shows already
 * @param badge kind of the source, which is also a class of the style sheet
 * @param href where the title leads; null if the entry has no address on the web
 * @param permalink path of the entry's own page
 * @param alsoIn other places where it appeared, empty if none
 * @param discussed forums and media where it appeared
 * @param authors some authors in one line, empty if none are known
 * @param version {@code v2}, empty for a first version
 * @param why who chose the section and how surely, and who wrote the summary, in one sentence
 */
public record EntryCard(
        String id,
        String hash,
        String badge,
        String sourceName,
        Moment published,
        String title,
        @Nullable String href,
        String summary,
        String permalink,
        String alsoIn,
        List<Mention> discussed,
        String authors,
        String version,
        String why) {
    public EntryCard {
        discussed = List.copyOf(discussed);
    }

    /**
     * A place where people talk about the work.
     *
     * @param href null if the place has no address on the web
     */
    public record Mention(String sourceName, @Nullable String href) {}
}
