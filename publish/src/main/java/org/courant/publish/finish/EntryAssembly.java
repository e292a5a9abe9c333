package org.courant.publish.finish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Member;
import org.courant.schemas.Provenance;
import org.courant.schemas.RankTerm;
import org.courant.schemas.Section;
import org.courant.schemas.Story;
import org.courant.schemas.hash.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * Makes the entry of a story: a pure function of the story and the settings, so the same story makes the same entry
 * anywhere and at any time.
 */
final class EntryAssembly {
    private static final Comparator<Provenance> BY_POSITION = Comparator.comparing(Provenance::getTopic)
            .thenComparing(Provenance::getPartition)
            .thenComparing(Provenance::getOffset)
            .thenComparing(Provenance::getItemId);

    private final Ranking ranking;

    EntryAssembly(Ranking ranking) {
        this.ranking = ranking;
    }

    DigestEntry entry(Story story) {
        List<Appearance> appearances = appearances(story.getMembers());
        List<RankTerm> rankTerms = ranking.terms(story);
        DigestEntry entry = DigestEntry.newBuilder()
                .setEntryId(story.getStoryId())
                .setEdition(LocalDate.ofInstant(story.getEventTime(), ZoneOffset.UTC))
                .setSection(new Section(story.getSectionId(), story.getSectionTitle()))
                .setSectionConfidence(story.getSectionConfidence())
                .setSectionReasons(story.getSectionReasons())
                .setSourceKind(story.getSourceKind())
                .setSourceName(story.getSourceName())
                .setTitle(story.getTitle())
                .setPublishedTitle(publishedTitle(story))
                .setSummary(story.getSummary())
                .setUrl(story.getUrl())
                .setAuthors(story.getAuthors())
                .setPublishedAt(story.getEventTime())
                .setVersion(story.getVersion())
                .setCategories(story.getCategories())
                .setAppearances(appearances)
                .setAbsorbed(story.getAbsorbed().stream().distinct().sorted().toList())
                .setRankScore(Ranking.score(rankTerms))
                .setRankTerms(rankTerms)
                .setSummarisedBy(story.getSummarisedBy())
                .setClassifiedBy(story.getClassifiedBy())
                .setContentHash("")
                .setProvenance(provenance(story.getMembers()))
                .build();
        return DigestEntry.newBuilder(entry)
                .setContentHash(ContentHash.of(entry))
                .build();
    }

    /** Older stories have one title. */
    private static String publishedTitle(Story story) {
        return story.getPublishedTitle().isEmpty() ? story.getTitle() : story.getPublishedTitle();
    }

    private record Place(String sourceName, String url) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::sourceName).thenComparing(Place::url);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** One for each source and URL, sorted; of several versions at one place the first counts. */
    private static List<Appearance> appearances(List<Member> members) {
        TreeMap<Place, Appearance> places = new TreeMap<>();
        for (Member member : members) {
            places.merge(
                    new Place(member.getSourceName(), member.getUrl()),
                    new Appearance(member.getSourceName(), member.getUrl(), member.getPublishedAt()),
                    (one, other) -> isEarlier(one.getPublishedAt(), other.getPublishedAt()) ? one : other);
        }
        return List.copyOf(places.values());
    }

    private static boolean isEarlier(@Nullable Instant one, @Nullable Instant other) {
        return other == null || (one != null && one.isBefore(other));
    }

    private static List<Provenance> provenance(List<Member> members) {
        return members.stream()
                .map(member -> new Provenance(
                        member.getTopic(), member.getPartition(), member.getOffset(), member.getItemId()))
                .distinct()
                .sorted(BY_POSITION)
                .toList();
    }
}
