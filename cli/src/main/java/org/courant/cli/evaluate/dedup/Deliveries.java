package org.courant.cli.evaluate.dedup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.record.Delivery;
import org.courant.schemas.SourceKind;

/** Papers as the stages receive them. */
final class Deliveries {
    private Deliveries() {}

    /** Under its arXiv id. */
    static Delivery named(Paper paper) {
        return of("arxiv:" + paper.id(), SourceKind.ARXIV, paper);
    }

    /** As a media item: nothing but text, title and authors tell what paper it is. */
    static Delivery hidden(Paper paper, String channel) {
        return of("feed:" + channel + "-" + paper.id() + ":1", SourceKind.MEDIA, paper);
    }

    /** As the opening post of a topic of a forum of its own. */
    static Delivery post(Paper paper) {
        return of("forum:" + paper.id() + ".example/1", SourceKind.FORUM, paper);
    }

    static Delivery of(String identity, SourceKind kind, Paper paper) {
        Long published = paper.year() == 0
                ? null
                : LocalDate.of(paper.year(), 7, 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
        return new Delivery(
                identity,
                List.of(identity),
                "evaluation",
                kind.name(),
                "evaluation",
                paper.title(),
                paper.text(),
                "",
                paper.authors(),
                List.of(),
                published,
                1,
                "",
                0L,
                0,
                0L);
    }
}
