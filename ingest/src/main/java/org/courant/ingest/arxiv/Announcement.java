package org.courant.ingest.arxiv;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.courant.schemas.identity.ArxivId;
import org.jspecify.annotations.Nullable;

/**
 * One paper in a daily feed.
 *
 * @param paper id and version
 * @param link id in the address of the abstract page, empty where that names none
 * @param title TeX and all, on one line
 * @param summary the abstract, TeX and all, on one line
 * @param authors in order, without affiliations
 * @param categories in the order of the feed, each under one name
 * @param announceType new, cross, replace or replace-cross
 * @param published midnight in New York of the day of the announcement
 * @param doi as the journal has it, empty if none
 * @param journal reference, empty if none
 * @param licence URL
 */
record Announcement(
        ArxivId paper,
        Optional<ArxivId> link,
        String title,
        String summary,
        List<String> authors,
        List<String> categories,
        String announceType,
        @Nullable Instant published,
        String doi,
        String journal,
        String licence) {}
