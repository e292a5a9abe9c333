package org.courant.enrich.works;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.courant.enrich.block.Shingles;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.record.DescribedText;
import org.courant.enrich.record.Descriptor;
import org.courant.enrich.record.Held;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.store.EncodedProfile;

/** Describes works to resolution. */
public final class Descriptors {
    /** Items of one work that are looked at, the first in the order of their ids; no work in earnest has as many. */
    static final int MAX_ITEMS = 64;

    private final Profiles profiles;
    private final MatchLimits limits;

    public Descriptors(Profiles profiles, MatchLimits limits) {
        this.profiles = profiles;
        this.limits = limits;
    }

    /**
     * What is to be said of a work, as far as it costs little to know.
     *
     * @param identities the other identities that its items name
     * @param texts its texts, the one that stands for it first
     * @param signature tells what is said from what was said before; 0 for a work without items
     */
    record Draft(Set<String> identities, List<WorkText> texts, long signature) {}

    Draft draft(String work, List<Held> items) {
        Set<String> identities = new TreeSet<>();
        items.forEach(held -> identities.addAll(held.getDelivery().getIdentities()));
        identities.remove(work);
        List<WorkText> texts = limits.admitTexts() ? WorkText.of(items) : List.of();
        StringBuilder all = new StringBuilder();
        identities.forEach(identity -> all.append(identity).append('\n'));
        texts.forEach(text -> all.append(text.text()).append(text.times()).append('\n'));
        long signature = Shingles.hash(all.toString());
        return new Draft(identities, texts, items.isEmpty() ? 0 : signature == 0 ? 1 : signature);
    }

    /**
     * The whole of it.
     *
     * @param sender partition that says so
     * @param low its low watermark
     */
    Descriptor finish(Draft draft, int sender, int low) {
        List<DescribedText> texts = draft.texts().stream()
                .map(text -> new DescribedText(
                        text.text(), text.stands(), EncodedProfile.of(profiles.of(text.best())), text.spans()))
                .toList();
        return new Descriptor(List.copyOf(draft.identities()), draft.signature() != 0, texts, sender, low);
    }
}
