package org.courant.publish.page;

import org.courant.schemas.DigestEdition;

/**
 * A link to an edition.
 *
 * @param day {@code Wed 24 Jun 2026}
 * @param date {@code 2026-06-24}
 */
public record EditionLink(String href, String day, String date, int entries) {
    static EditionLink of(DigestEdition edition) {
        return new EditionLink(
                Links.toEdition(edition.getDate()),
                Moment.shortDay(edition.getDate()),
                edition.getDate().toString(),
                edition.getEntryCount());
    }
}
