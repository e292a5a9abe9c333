package org.courant.ingest.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.courant.ingest.fixture.Polls;
import org.courant.ingest.source.Fetched;
import org.courant.schemas.Connector;
import org.courant.schemas.SourceItem;
import org.courant.testkit.UpstreamWorld;
import org.junit.jupiter.api.Test;

/** Forums as captured, day by day. */
class DiscourseUpstreamIT {
    private static final LocalDate FIRST = LocalDate.parse("2025-10-03");
    private static final int DAYS = 30;

    @Test
    void everyTopicThatBeginsIsDeliveredOnceAndRepliesChangeNothing() throws InterruptedException {
        try (UpstreamWorld world = UpstreamWorld.startOrSkip(FIRST)) {
            for (String path : new String[] {"/", "/delving/"}) {
                URI forum = URI.create(world.baseUrl() + path);
                world.setDate(FIRST);
                try (Polls polls =
                        new Polls(new DiscourseConnector(), Polls.source(Connector.DISCOURSE, forum, Map.of()))) {
                    follow(world, polls, path);
                }
            }
        }
    }

    private static void follow(UpstreamWorld world, Polls polls, String path) throws InterruptedException {
        Map<String, String> hashes = new HashMap<>();
        for (int day = 0; day < DAYS; day++) {
            Fetched fetched = polls.poll();
            if (fetched instanceof Fetched.Items items) {
                assertThat(items.rejected()).isEmpty();
                assertThat(day > 0 || items.items().size() == 30).isTrue();
                for (SourceItem item : items.items()) {
                    String known = hashes.putIfAbsent(item.getItemId(), item.getContentHash());
                    assertThat(known).as(item.getItemId()).isIn(null, item.getContentHash());
                }
            } else {
                assertThat(fetched).isInstanceOf(Fetched.NotModified.class);
            }
            world.advance();
        }
        assertThat(hashes.size()).as("topics of %s", path).isGreaterThan(30);
    }
}
