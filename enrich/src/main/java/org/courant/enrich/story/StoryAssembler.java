package org.courant.enrich.story;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.courant.enrich.classify.Classification;
import org.courant.enrich.classify.Classifier;
import org.courant.enrich.headline.Headlines;
import org.courant.enrich.item.Precedence;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Link;
import org.courant.enrich.summarise.Summariser;
import org.courant.schemas.Member;
import org.courant.schemas.Objection;
import org.courant.schemas.SectionScore;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.courant.schemas.hash.ContentHash;
import org.courant.schemas.identity.Identity;
import org.jspecify.annotations.Nullable;

/** Makes a story of its members: a function of the members and of the settings, and of nothing else. */
public final class StoryAssembler {
    private static final int MEMBERS_FIELD = Story.SCHEMA$.getField("members").pos();
    private static final int SUMMARY_FIELD = Story.SCHEMA$.getField("summary").pos();
    private static final int SUMMARISED_BY_FIELD =
            Story.SCHEMA$.getField("summarisedBy").pos();
    private static final int HASH_FIELD = Story.SCHEMA$.getField("contentHash").pos();

    /** A story of many members must still fit into a record. */
    private static final int MOST_CATEGORIES = 100;

    /** Strongest identity, then the best item of the work. The first gives a story its texts. */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate, Identity>comparing(
                    member -> Identity.parse(member.work()).orElseThrow())
            .thenComparing(Candidate::held, Precedence.BEST_FIRST);

    private static final Comparator<Member> MEMBERS = Comparator.<Member>comparingInt(member -> -member.getVersion())
            .thenComparing(Member::getSourceName)
            .thenComparing(Member::getItemId);

    private final String sourceTopic;
    private final Classifier classifier;
    private final Summariser summariser;
    private final Memo<Classifier.Document, Classification> classifications;
    private final Memo<Summariser.Source, String> summaries;

    public StoryAssembler(String sourceTopic, Classifier classifier, Summariser summariser) {
        this.sourceTopic = sourceTopic;
        this.classifier = classifier;
        this.summariser = summariser;
        this.classifications =
                new Memo<>(classifier::classify, text -> text.body().length());
        this.summaries = new Memo<>(summariser::summarise, text -> text.body().length());
    }

    /**
     * The story of these members.
     *
     * @param candidates at least one; where an item is there twice since it moves between works, the later is right
     * @param later summaries that take the place of the one that is made here
     */
    public Story assemble(String storyId, Collection<Candidate> candidates, LaterSummaries later) {
        Map<String, Candidate> byItem = new LinkedHashMap<>();
        candidates.forEach(each -> byItem.merge(each.itemId(), each, BinaryOperator.maxBy(Candidate.LATEST_LAST)));
        Collection<Candidate> members = byItem.values();
        Map<String, Link> reasons = MemberReasons.of(storyId, members);
        Delivery best = members.stream().min(BEST_FIRST).orElseThrow().delivery();
        List<String> categories = categories(best, members);
        Classification section = classifications.of(new Classifier.Document(
                best.getTitle(), best.getBody(), categories, SourceKind.valueOf(best.getSourceKind())));
        Story story = Story.newBuilder()
                .setStoryId(storyId)
                .setMembers(members(members, reasons))
                .setAbsorbed(absorbed(storyId, members))
                .setTitle(Headlines.of(best.getTitle(), best.getBody()))
                .setPublishedTitle(best.getTitle())
                .setBody(best.getBody())
                .setUrl(best.getUrl())
                .setAuthors(best.getAuthors())
                .setCategories(categories)
                .setSourceKind(SourceKind.valueOf(best.getSourceKind()))
                .setSourceName(best.getSourceName())
                .setVersion(members.stream()
                        .mapToInt(member -> member.delivery().getVersion())
                        .max()
                        .orElseThrow())
                .setEventTime(Instant.ofEpochMilli(
                        members.stream().mapToLong(Candidate::eventTime).min().orElseThrow()))
                .setSectionId(section.sectionId())
                .setSectionTitle(section.sectionTitle())
                .setSectionConfidence(section.confidence())
                .setSectionScores(section.scores().stream()
                        .map(score -> new SectionScore(score.sectionId(), score.score()))
                        .toList())
                .setSectionReasons(section.reasons())
                .setClassifiedBy(classifier.version())
                .setSummary(summaries.of(new Summariser.Source(
                        best.getTitle(), best.getBody(), SourceKind.valueOf(best.getSourceKind()))))
                .setSummarisedBy(summariser.version())
                .setContentHash("")
                .build();
        story.put(HASH_FIELD, contentHash(story));
        return later.of(story).map(summary -> withSummary(story, summary)).orElse(story);
    }

    /** The story itself, changed. */
    private static Story withSummary(Story story, LaterSummaries.LaterSummary summary) {
        story.put(SUMMARY_FIELD, summary.text());
        story.put(SUMMARISED_BY_FIELD, summary.by());
        story.put(HASH_FIELD, contentHash(story));
        return story;
    }

    /** Positions in the log are left out, so that a replay into another cluster agrees. */
    private static String contentHash(Story story) {
        List<Member> members = story.getMembers();
        story.put(
                MEMBERS_FIELD,
                members.stream().map(StoryAssembler::withoutPosition).toList());
        String hash = ContentHash.of(story);
        story.put(MEMBERS_FIELD, members);
        return hash;
    }

    private static Member withoutPosition(Member member) {
        return new Member(
                member.getItemId(),
                member.getSourceId(),
                member.getSourceKind(),
                member.getSourceName(),
                member.getUrl(),
                member.getVersion(),
                member.getPublishedAt(),
                member.getFirstSeen(),
                member.getRule(),
                member.getScore(),
                member.getPartner(),
                member.getDespite(),
                "",
                0,
                0L);
    }

    private List<Member> members(Collection<Candidate> members, Map<String, Link> reasons) {
        return members.stream()
                .map(member -> member(member, Objects.requireNonNull(reasons.get(member.itemId()))))
                .sorted(MEMBERS)
                .toList();
    }

    private Member member(Candidate member, Link reason) {
        Delivery item = member.delivery();
        return new Member(
                item.getItemId(),
                item.getSourceId(),
                SourceKind.valueOf(item.getSourceKind()),
                item.getSourceName(),
                item.getUrl(),
                item.getVersion(),
                instant(item.getPublishedAt()),
                Instant.ofEpochMilli(member.held().getFirstSeen()),
                reason.getRule(),
                reason.getScore(),
                reason.getPartner().isEmpty() ? null : reason.getPartner(),
                objection(member.despite()),
                sourceTopic,
                item.getPartition(),
                item.getOffset());
    }

    private static @Nullable Objection objection(@Nullable Link despite) {
        return despite == null ? null : new Objection(despite.getRule(), despite.getPartner());
    }

    private static List<String> categories(Delivery best, Collection<Candidate> members) {
        Set<String> others = new TreeSet<>();
        members.forEach(member -> others.addAll(member.delivery().getCategories()));
        Set<String> all = new LinkedHashSet<>(best.getCategories());
        all.addAll(others);
        return all.stream().limit(MOST_CATEGORIES).toList();
    }

    private static List<String> absorbed(String storyId, Collection<Candidate> members) {
        return members.stream()
                .map(Candidate::work)
                .filter(work -> !work.equals(storyId))
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
