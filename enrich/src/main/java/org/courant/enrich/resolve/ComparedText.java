package org.courant.enrich.resolve;

import java.util.List;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.record.DescribedText;
import org.courant.enrich.record.Profile;
import org.courant.enrich.record.Span;
import org.courant.enrich.store.EncodedProfile;

/**
 * A text as it is compared.
 *
 * @param name its name
 * @param stands whether it stands for its work
 * @param profile what of it is compared
 * @param spans when its items were about
 */
record ComparedText(TextName name, boolean stands, Profile profile, List<Span> spans) {
    static ComparedText of(String work, DescribedText text) {
        return new ComparedText(
                new TextName(work, text.getText()),
                text.getStands(),
                EncodedProfile.decode(text.getProfile()),
                text.getSpans());
    }

    /** What the index holds of it. */
    BlockIndex.Indexed indexed() {
        return new BlockIndex.Indexed(BlockEntry.of(name, spans), BlockKeys.of(profile));
    }
}
