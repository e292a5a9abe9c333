package org.courant.ingest.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.courant.ingest.feed.SafeJson;
import org.courant.ingest.text.CleanText;

/**
 * The names of a forum's categories. A feed has names and the list of topics has numbers: topics that are in both tell
 * most of them, the forum is asked for the rest at most once.
 */
final class CategoryNames {
    private final Forum forum;
    private final Map<Long, String> names = new HashMap<>();
    private boolean asked;

    CategoryNames(Forum forum) {
        this.forum = forum;
    }

    void learn(long category, String name) {
        if (!name.isEmpty()) {
            names.put(category, name);
        }
    }

    /** The name of a category; empty if the forum does not tell. */
    String of(long category) throws InterruptedException {
        if (!names.containsKey(category) && !asked) {
            asked = true;
            forum.categories().value().ifPresent(this::learnAll);
        }
        return names.getOrDefault(category, "");
    }

    private void learnAll(JsonNode answer) {
        for (JsonNode category : answer.path("category_list").path("categories")) {
            learnOne(category);
            category.path("subcategory_list").forEach(this::learnOne);
        }
    }

    private void learnOne(JsonNode category) {
        names.putIfAbsent(category.path("id").asLong(-1), CleanText.line(SafeJson.text(category.path("name"))));
    }
}
