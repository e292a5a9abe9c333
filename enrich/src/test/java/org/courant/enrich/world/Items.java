package org.courant.enrich.world;

import java.time.Instant;
import java.util.List;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;

/** Items with everything that a test does not care about filled in. */
public final class Items {
    private Items() {}

    public static SourceItem item(String itemId, String... identities) {
        return builder(itemId, identities).build();
    }

    public static SourceItem.Builder builder(String itemId, String... identities) {
        return SourceItem.newBuilder()
                .setItemId(itemId)
                .setIdentities(List.of(identities))
                .setSourceId("arxiv-cs-ai")
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("arXiv cs.AI")
                .setTitle("SPIRAL: Learning to Search and Aggregate")
                .setBody("We train language models with reinforcement learning. Experiments show gains.")
                .setUrl("https://arxiv.org/abs/2606.00001")
                .setAuthors(List.of("A. Author"))
                .setCategories(List.of("cs.AI"))
                .setContentHash("unused")
                .setFetchedAt(Instant.EPOCH);
    }
}
