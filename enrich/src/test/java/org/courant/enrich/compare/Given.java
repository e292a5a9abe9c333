package org.courant.enrich.compare;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Profile;
import org.courant.schemas.SourceKind;

/** Works for tests of comparison. */
final class Given {
    /** An abstract written for these tests. */
    static final String ABSTRACT = "Caching the attention of long prompts saves memory at the price of slow eviction. "
            + "We describe LarderCache, which keeps what later layers will ask for and forgets the rest in constant "
            + "time. A small ledger beside each head counts how often a key was read, and a clock hand walks over the "
            + "ledger whenever a prompt grows. On four libraries of legal contracts the larder halves the memory of "
            + "serving while answers stay the same in ninety-nine of a hundred cases. Further tests on translated "
            + "novels show where the ledger goes astray: rhymes and lists of names are forgotten too early.";

    /** Another one. */
    static final String OTHER_ABSTRACT = "Robots that fold laundry fail on sleeves. This work trains a gripper on "
            + "simulated linen with varying friction, and lets it ask a person whenever two seams look alike. After "
            + "three evenings of questions the gripper folds shirts that it has never touched, while a baseline that "
            + "never asks drops every fourth garment. We publish the linen simulator together with recordings.";

    /** What people say around a quotation. */
    static final String TALK = "Good morning everybody, does somebody know whether this runs on an older card? My "
            + "own attempts with the previous release ended in an out of memory error after ten minutes, and the "
            + "documentation does not mention which driver is wanted. Thanks a lot for any hint, I will report back.";

    private static final Profiles PROFILES = new Profiles(FrequencyTable.shipped());

    private Given() {}

    static Profile paper(String id, String title, String text, List<String> authors, int year) {
        return of("arxiv:" + id, SourceKind.ARXIV, title, text, authors, year);
    }

    static Profile post(String host, int topic, String title, String text) {
        return of("forum:" + host + "/" + topic, SourceKind.FORUM, title, text, List.of("mila"), 2026);
    }

    static Profile article(String url, String title, String text) {
        return of("url:" + url, SourceKind.MEDIA, title, text, List.of(), 2026);
    }

    static Profile of(String identity, SourceKind kind, String title, String text, List<String> authors, int year) {
        return PROFILES.of(delivery(identity, kind, title, text, authors, year));
    }

    static Delivery delivery(
            String identity, SourceKind kind, String title, String text, List<String> authors, int year) {
        Long published = year == 0
                ? null
                : LocalDate.of(year, 3, 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
        return new Delivery(
                identity,
                List.of(identity),
                "source",
                kind.name(),
                "Source",
                title,
                text,
                "",
                authors,
                List.of(),
                published,
                1,
                "",
                0L,
                0,
                0L);
    }
}
