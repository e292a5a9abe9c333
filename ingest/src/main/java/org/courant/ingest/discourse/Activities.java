package org.courant.ingest.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.feed.SafeJson;
import org.courant.ingest.http.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has moved at a forum since a mark.
 *
 * @param byTopic by topic id, newest activity first
 * @param failure why the list is not to be had, if it is not
 */
record Activities(Map<Long, TopicActivity> byTopic, Optional<Answer> failure) {
    private static final Logger LOG = LoggerFactory.getLogger(Activities.class);
    private static final int MAX_PAGES = 5;

    /** Reads pages of the list until one reaches back to the mark; without a mark only the first. */
    static Activities since(Optional<Instant> mark, Forum forum) throws InterruptedException {
        Map<Long, TopicActivity> topics = new LinkedHashMap<>();
        for (int page = 0; page < MAX_PAGES; page++) {
            Forum.Json list = forum.page(page);
            if (list.value().isEmpty()) {
                return new Activities(topics, list.isWithheld() ? Optional.empty() : Optional.of(list.answer()));
            }
            JsonNode topicList = list.value().get().path("topic_list");
            boolean reached = addAll(topicList.path("topics"), mark, topics);
            if (reached
                    || mark.isEmpty()
                    || SafeJson.text(topicList.path("more_topics_url")).isEmpty()) {
                return new Activities(topics, Optional.empty());
            }
        }
        LOG.warn("More than {} pages of topics moved since {}; poll the forum more often", MAX_PAGES, mark);
        return new Activities(topics, Optional.empty());
    }

    /** The newest activity. */
    Optional<Instant> newest() {
        return byTopic.values().stream().map(TopicActivity::bumped).max(Instant::compareTo);
    }

    private static boolean addAll(JsonNode page, Optional<Instant> mark, Map<Long, TopicActivity> topics) {
        boolean reached = page.isEmpty();
        for (JsonNode entry : page) {
            Optional<TopicActivity> activity = TopicActivity.of(entry);
            activity.ifPresent(known -> topics.putIfAbsent(known.id(), known));
            // A pinned topic is on top however long ago something happened in it.
            reached |= activity.isPresent()
                    && !activity.get().isPinned()
                    && mark.isPresent()
                    && !activity.get().bumped().isAfter(mark.get());
        }
        return reached;
    }
}
