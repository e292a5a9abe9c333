package org.courant.enrich.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.classify.Classifier;
import org.courant.enrich.match.Again;
import org.courant.enrich.match.TouchedStory;
import org.courant.enrich.record.StoryState;
import org.courant.enrich.record.Verdict;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.courant.enrich.summarise.Summariser;
import org.courant.schemas.Story;
import org.courant.schemas.hash.Sha256;
import org.courant.service.FatalError;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a story whenever it differs from what was last published, provenance included, and tells its items what has
 * been decided of them. The content hash alone would not do to tell whether it differs: it leaves the positions in the
 * log out, and of two deliveries with one content the table would keep the position of whichever came first.
 *
 * <p>A replay has a story published, and its verdicts on the items replayed told, whether they differ or not: the
 * stages behind are to do their work once more too. A story that does not differ is the same to the byte, timestamp
 * included.
 *
 * <p>A story's timestamp is that of its newest delivery.
 *
 * <p>Forwards {@link PublishedStory} by story and {@link Verdict} by item.
 */
public final class Assemble implements Processor<String, TouchedStory, String, Object> {
    private final StoryAssembler assembler;
    private final int mostMembers;
    private final Function<ProcessorContext<?, ?>, LaterSummaries> openSummaries;
    private ProcessorContext<String, Object> context;
    private Roster roster;
    private LaterSummaries summaries;
    private KeyValueStore<String, StoryState> stories;

    /**
     * @param sourceTopic full name of the log of record
     * @param mostMembers items beyond this number are rejected, so that a story fits into a record
     */
    public Assemble(String sourceTopic, Classifier classifier, Summariser summariser, int mostMembers) {
        this(new StoryAssembler(sourceTopic, classifier, summariser), mostMembers, context -> LaterSummaries.NONE);
    }

    private Assemble(
            StoryAssembler assembler, int mostMembers, Function<ProcessorContext<?, ?>, LaterSummaries> openSummaries) {
        this.assembler = assembler;
        this.mostMembers = mostMembers;
        this.openSummaries = openSummaries;
    }

    /** The same with summaries that come later. */
    public Assemble with(Function<ProcessorContext<?, ?>, LaterSummaries> openSummaries) {
        return new Assemble(assembler, mostMembers, openSummaries);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.roster = Roster.of(context, mostMembers);
        this.summaries = openSummaries.apply(context);
        this.stories = context.getStateStore(StateStores.STORIES);
    }

    @Override
    public void process(Record<String, TouchedStory> touched) {
        boolean again = Again.isMarked(touched);
        Record<String, TouchedStory> record = Again.unmark(touched);
        String storyId = record.key();
        StoryState before = stories.get(storyId);
        Collection<Candidate> members = roster.members(storyId);
        Map<String, Verdict> verdicts = Membership.of(storyId, members);
        Map<String, Verdict> said = new HashMap<>();
        if (before != null) {
            before.getVerdicts().forEach(verdict -> said.put(verdict.getItemId(), verdict));
        }
        if (members.isEmpty()) {
            withdraw(record, before);
        } else {
            publish(record, assembled(record, members, verdicts, before), newest(members), verdicts, before, again);
        }
        if (again) {
            record.value().items().forEach(item -> said.remove(item.part(1)));
        }
        verdicts.values().stream()
                .filter(verdict -> !verdict.equals(said.get(verdict.getItemId())))
                .forEach(verdict -> tell(record, verdict));
        crowdedOut(storyId, record.value(), said.values(), verdicts.values()).forEach(verdict -> tell(record, verdict));
    }

    /**
     * A story that cannot be made is withdrawn, as if it had not been made before either: the order must not matter.
     */
    private Story assembled(
            Record<String, TouchedStory> record,
            Collection<Candidate> members,
            Map<String, Verdict> verdicts,
            @Nullable StoryState before) {
        try {
            return retold(assembler.assemble(record.key(), members, verdicts));
        } catch (RuntimeException | Error failed) {
            if (!FatalError.isFatal(failed)) {
                withdraw(record, before);
            }
            throw failed;
        }
    }

    private Story retold(Story story) {
        return summaries
                .of(story)
                .map(summary -> StoryAssembler.withSummary(story, summary))
                .orElse(story);
    }

    private void withdraw(Record<String, TouchedStory> record, @Nullable StoryState before) {
        if (before != null) {
            stories.delete(record.key());
            context.forward(record.withValue(new PublishedStory(null)));
        }
    }

    private void publish(
            Record<String, TouchedStory> record,
            Story story,
            long timestamp,
            Map<String, Verdict> verdicts,
            @Nullable StoryState before,
            boolean again) {
        ByteBuffer digest = digest(story);
        StoryState after = new StoryState(digest, List.copyOf(verdicts.values()));
        if (!after.equals(before)) {
            stories.put(record.key(), after);
        }
        if (again || before == null || !digest.equals(before.getDigest())) {
            context.forward(record.withValue(new PublishedStory(story)).withTimestamp(timestamp));
        }
    }

    /**
     * Items that are here but are no members: they came last, or others have taken their room. Told apart by work and
     * item, since an item that moves between two works of a story is here twice for a while.
     */
    private Collection<Verdict> crowdedOut(
            String storyId, TouchedStory touched, Collection<Verdict> said, Collection<Verdict> verdicts) {
        Set<StoreKey> items = new LinkedHashSet<>(touched.items());
        said.forEach(verdict -> items.add(key(verdict)));
        verdicts.forEach(verdict -> items.remove(key(verdict)));
        return items.stream()
                .flatMap(item -> roster.find(storyId, item.part(0), item.part(1)).stream())
                .map(item -> Membership.crowded(storyId, item))
                .toList();
    }

    private static StoreKey key(Verdict verdict) {
        return StoreKey.of(verdict.getPrimary(), verdict.getItemId());
    }

    private void tell(Record<String, TouchedStory> record, Verdict verdict) {
        context.forward(record.withKey(verdict.getItemId()).withValue(verdict));
    }

    private static long newest(Collection<Candidate> members) {
        return members.stream()
                .mapToLong(member -> member.delivery().getTimestamp())
                .max()
                .orElseThrow();
    }

    private static ByteBuffer digest(Story story) {
        try {
            ByteBuffer bytes = Objects.requireNonNull(Story.getEncoder().encode(story));
            MessageDigest sha256 = Sha256.start();
            sha256.update(bytes);
            return ByteBuffer.wrap(sha256.digest());
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }
}
