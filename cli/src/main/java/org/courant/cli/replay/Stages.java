package org.courant.cli.replay;

import java.util.ArrayList;
import java.util.List;
import org.courant.enrich.EnrichTopology;
import org.courant.schemas.topic.Topics;
import org.courant.service.settings.Section;
import org.courant.service.streams.StreamsSettings;

/**
 * The services that a replay runs through.
 *
 * @param enrich consumer group of enrich
 * @param publish consumer group of publish
 */
record Stages(String enrich, String publish) {
    static Stages from(Section root) {
        return new Stages(
                StreamsSettings.from(root.section("enrich"), "enrich").applicationId(),
                StreamsSettings.from(root.section("publish"), "publish").applicationId());
    }

    /** The log, which enrich reads. */
    Passage.Stage log(Topics topics) {
        return new Passage.Stage(enrich, topics.sourceItems().name());
    }

    /** What a replayed item leads to passes these, in this order. */
    List<Passage.Stage> passed(Topics topics) {
        List<Passage.Stage> passed = new ArrayList<>();
        passed.add(new Passage.Stage(enrich, topics.replays().name()));
        EnrichTopology.passedByReplays(enrich).forEach(topic -> passed.add(new Passage.Stage(enrich, topic)));
        passed.add(new Passage.Stage(publish, topics.stories().name()));
        return passed;
    }
}
