package org.courant.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry with all that is known of it.
 *
 * @param authors all of them, in one line
 * @param categories all of them, in one line
 * @param publishedTitle the title as published, empty where the entry has the same
 * @param confidence how sure the classifier is, {@code 83%}
 * @param reasons what spoke for the section, in one line, empty if the classifier does not say
 * @param rankTerms what the rank within the section is made of
 */
public record EntryPage(
        EntryCard card,
        EditionLink edition,
        String sectionTitle,
        String sectionHref,
        String entryId,
        String json,
        String authors,
        String categories,
        List<Place> places,
        List<String> absorbed,
        String publishedTitle,
        String classifiedBy,
        String confidence,
        String reasons,
        List<String> rankTerms,
        String summarisedBy,
        String contentHash,
        List<String> provenance) {
    public EntryPage {
        places = List.copyOf(places);
        absorbed = List.copyOf(absorbed);
        rankTerms = List.copyOf(rankTerms);
        provenance = List.copyOf(provenance);
    }

    /**
     * A place where the work appeared.
     *
     * @param href null if the place has no address on the web
     * @param since null if the source does not say when
     */
    public record Place(
            String sourceName,
            String url,
            @Nullable String href,
            @Nullable Moment since) {}
}
