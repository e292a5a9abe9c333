package org.courant.enrich.pair;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Profile;
import org.courant.enrich.record.Sketch;

/**
 * Tells the blocks of a work. All keys that go to one partition travel in one sketch, so a work costs at most as many
 * records as there are partitions, however many keys it has.
 */
public final class Sketcher {
    /** Items of one work that are looked at, the first in the order of their ids; no work in earnest has as many. */
    public static final int MOST_ITEMS = 64;

    /** 2^64 divided by the golden ratio (Knuth, <i>The Art of Computer Programming</i>, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final Profiles profiles;
    private final int partitions;

    /** @param partitions number of partitions of the blocks */
    public Sketcher(Profiles profiles, int partitions) {
        this.profiles = profiles;
        this.partitions = partitions;
    }

    /**
     * What the blocks know of a work.
     *
     * @param signature tells the sketch from another; empty where they know nothing
     * @param blocks partitions that know the work
     */
    public record Known(ByteBuffer signature, List<Integer> blocks) {}

    /**
     * What has to be said so that the blocks know better.
     *
     * @param known what they will know then
     * @param sketches what to say; none if they know already
     */
    public record Change(Known known, List<Sketch> sketches) {}

    /**
     * Compares what the blocks know with the items of the work.
     *
     * @param sender partition that says so
     * @param low its low watermark
     */
    public Change change(Known before, Collection<Held> items, int sender, int low) {
        Optional<Outline> outline = Outline.of(items);
        ByteBuffer signature = outline.map(Outline::signature).orElseGet(NOTHING::duplicate);
        if (signature.equals(before.signature())) {
            return new Change(before, List.of());
        }
        Map<Integer, Sketch> sketches =
                outline.map(each -> sketches(each, sender, low)).orElseGet(TreeMap::new);
        Known after = new Known(signature, List.copyOf(sketches.keySet()));
        before.blocks().forEach(block -> sketches.computeIfAbsent(block, left -> gone(left, sender, low)));
        return new Change(after, List.copyOf(sketches.values()));
    }

    private Map<Integer, Sketch> sketches(Outline outline, int sender, int low) {
        Profile profile = profiles.of(outline.best());
        Map<Integer, List<Long>> keys = new TreeMap<>();
        for (long key : BlockKeys.of(profile)) {
            keys.computeIfAbsent(target(key), unseen -> new ArrayList<>()).add(key);
        }
        Map<Integer, Sketch> sketches = new TreeMap<>();
        keys.forEach((target, own) -> sketches.put(
                target,
                new Sketch(
                        target, profile, own, outline.firstDay(), outline.lastDay(), outline.seenDay(), sender, low)));
        return sketches;
    }

    /** The bits of a key are no hash: those by which a shingle is sampled are alike. */
    private int target(long key) {
        return (int) (((key * SPREAD) >>> 33) % partitions);
    }

    private static Sketch gone(int target, int sender, int low) {
        return new Sketch(target, null, List.of(), 0, 0, 0, sender, low);
    }
}
