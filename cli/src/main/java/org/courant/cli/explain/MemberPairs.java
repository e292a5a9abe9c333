package org.courant.cli.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.topic.TopicReader;
import org.courant.cli.topic.Values;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Profile;
import org.courant.enrich.validate.ItemRules;
import org.courant.schemas.Member;
import org.courant.schemas.SourceItem;
import org.courant.schemas.Story;
import org.courant.service.kafka.Connection;

/** Compares the works of a story once more, from the records of the log that its members point to. */
final class MemberPairs {
    /** Works that are compared, each with each; no story in earnest has as many. */
    private static final int MOST_WORKS = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private MemberPairs() {}

    /** Two works, and what their texts say. */
    record Pair(String left, String right, String verdict, double score) {}

    static List<Pair> of(Connection connection, Story story) {
        Map<String, Profile> works = new HashMap<>();
        Profiles profiles = new Profiles(FrequencyTable.shipped());
        for (Member member : story.getMembers()) {
            if (works.size() < MOST_WORKS) {
                delivery(connection, member)
                        .ifPresent(
                                item -> works.putIfAbsent(item.getIdentities().get(0), profiles.of(item)));
            }
        }
        List<Profile> compared = works.values().stream()
                .sorted(Comparator.comparing(Profile::getIdentity))
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            for (int j = i + 1; j < compared.size(); j++) {
                pairs.add(pair(compared.get(i), compared.get(j)));
            }
        }
        return pairs;
    }

    private static Pair pair(Profile left, Profile right) {
        Comparison comparison = new PairRules(Thresholds.DEFAULT).compare(left, right);
        if (comparison instanceof Comparison.Match match) {
            return new Pair(left.getIdentity(), right.getIdentity(), match.rule(), match.score());
        } else if (comparison instanceof Comparison.Veto veto) {
            return new Pair(left.getIdentity(), right.getIdentity(), "no: " + veto.rule(), 0);
        }
        double score = comparison instanceof Comparison.Different different ? different.score() : 0;
        return new Pair(left.getIdentity(), right.getIdentity(), "no", score);
    }

    /** The record that a member was made from; empty where the log does not hold it any more. */
    private static Optional<Delivery> delivery(Connection connection, Member member) {
        TopicPartition partition = new TopicPartition(member.getTopic(), member.getPartition());
        try (TopicReader reader = TopicReader.at(connection, Map.of(partition, member.getOffset()));
                Values<SourceItem> values =
                        new Values<>(connection, connection.topics().sourceItems())) {
            return reader.poll(PATIENCE).stream()
                    .filter(record -> record.offset() == member.getOffset())
                    .findFirst()
                    .flatMap(record -> values.get(record).flatMap(item -> {
                        ItemRules.Origin origin =
                                new ItemRules.Origin(record.timestamp(), record.partition(), record.offset());
                        return ItemRules.check(item, origin) instanceof ItemRules.Valid valid
                                ? Optional.of(valid.delivery())
                                : Optional.empty();
                    }));
        }
    }
}
