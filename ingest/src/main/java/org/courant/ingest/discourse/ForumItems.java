package org.courant.ingest.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.courant.ingest.source.Listing;
import org.courant.schemas.SourceItem;
import org.courant.schemas.identity.Identity;
import org.courant.schemas.identity.ItemId;

/** Makes items of topics: what the first post says, with the state of the discussion as attributes. */
final class ForumItems {
    private final Listing listing;

    ForumItems(Listing listing) {
        this.listing = listing;
    }

    void add(Topic topic, Optional<TopicActivity> activity, Supplier<byte[]> raw) {
        SourceItem.Builder draft = listing.draft(ItemId.topic(topic.host(), topic.id()))
                .setIdentities(identities(topic))
                .setTitle(topic.title())
                .setBody(topic.text())
                .setUrl(topic.url())
                .setAuthors(topic.author().isEmpty() ? List.of() : List.of(topic.author()))
                .setCategories(categories(topic, activity))
                .setPublishedAt(topic.created())
                .setAttributes(attributes(topic, activity));
        listing.add(draft, raw);
    }

    /** Makes an item of a topic; whatever that throws rejects this topic alone. */
    void attempt(Supplier<String> itemId, Supplier<byte[]> raw, Runnable making) {
        listing.attempt(itemId, raw, making);
    }

    void reject(String itemId, byte[] raw, String reason) {
        listing.reject(itemId, raw, reason);
    }

    private static List<String> identities(Topic topic) {
        Set<Identity> identities = new TreeSet<>();
        identities.add(Identity.ofTopic(topic.host(), topic.id()));
        Identity.ofUrl(topic.url()).ifPresent(identities::add);
        return identities.stream().map(Identity::toString).toList();
    }

    private static List<String> categories(Topic topic, Optional<TopicActivity> activity) {
        List<String> categories = new ArrayList<>();
        categories.add(topic.category());
        categories.addAll(activity.map(TopicActivity::tags).orElse(List.of()));
        return categories.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static Map<String, String> attributes(Topic topic, Optional<TopicActivity> activity) {
        Map<String, String> attributes =
                new TreeMap<>(activity.map(TopicActivity::attributes).orElse(Map.of()));
        attributes.put("pinned", Boolean.toString(topic.pinned()));
        attributes.put("closed", Boolean.toString(topic.closed()));
        return attributes;
    }
}
