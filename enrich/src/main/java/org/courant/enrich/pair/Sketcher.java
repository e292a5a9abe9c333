package org.courant.enrich.pair;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Profile;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.record.SketchedText;

/**
 * Tells the blocks of the texts of a work. All keys of a text that go to one partition travel in one sketch, so a text
 * costs at most as many records as there are partitions, however many keys it has.
 */
public final class Sketcher {
    /** Items of one work that are looked at, the first in the order of their ids; no work in earnest has as many. */
    public static final int MOST_ITEMS = 64;

    /** 2^64 divided by the golden ratio (Knuth, <i>The Art of Computer Programming</i>, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Profiles profiles;
    private final MatchLimits limits;
    private final int partitions;

    /** @param partitions number of partitions of the blocks */
    public Sketcher(Profiles profiles, MatchLimits limits, int partitions) {
        this.profiles = profiles;
        this.limits = limits;
        this.partitions = partitions;
    }

    /**
     * What has to be said so that the blocks know better.
     *
     * @param known what they will know then
     * @param sketches what to say, in this order; nothing if they know already
     */
    public record Change(List<SketchedText> known, List<Sketch> sketches) {}

    /**
     * Compares what the blocks know with the items of the work.
     *
     * @param sender partition that says so
     * @param low its low watermark
     */
    public Change change(List<SketchedText> before, Collection<Held> items, int sender, int low) {
        Map<String, SketchedText> left = new TreeMap<>();
        before.forEach(text -> left.put(text.getText(), text));
        List<SketchedText> known = new ArrayList<>();
        List<Sketch> sketches = new ArrayList<>();
        // The text that stands for the work comes first: nothing is parted that is to be joined again.
        for (WorkText text : limits.admitTexts() ? WorkText.of(items) : List.<WorkText>of()) {
            SketchedText old = left.remove(text.text());
            if (old != null && old.getSignature() == text.signature()) {
                known.add(old);
            } else {
                List<Sketch> own = sketches(text, sender, low);
                sketches.addAll(own);
                known.add(new SketchedText(
                        text.text(),
                        text.signature(),
                        own.stream().map(Sketch::getTarget).toList()));
            }
        }
        left.values()
                .forEach(text ->
                        text.getBlocks().forEach(block -> sketches.add(gone(text.getText(), block, sender, low))));
        return new Change(known, sketches);
    }

    private List<Sketch> sketches(WorkText text, int sender, int low) {
        Profile profile = profiles.of(text.best());
        Map<Integer, List<Long>> keys = new HashMap<>();
        for (long key : BlockKeys.of(profile)) {
            keys.computeIfAbsent(target(key), unseen -> new ArrayList<>()).add(key);
        }
        ByteBuffer encoded = EncodedProfile.of(profile);
        List<Sketch> sketches = new ArrayList<>();
        new TreeMap<>(keys)
                .forEach((target, own) -> sketches.add(
                        new Sketch(target, text.text(), text.stands(), encoded, own, text.spans(), sender, low)));
        return sketches;
    }

    /** The bits of a key are no hash: those by which a shingle is sampled are alike. */
    private int target(long key) {
        return (int) (((key * SPREAD) >>> 33) % partitions);
    }

    private static Sketch gone(String text, int target, int sender, int low) {
        return new Sketch(target, text, false, null, List.of(), List.of(), sender, low);
    }
}
