package org.courant.cli.replay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.topic.Groups;
import org.courant.cli.topic.Moment;
import org.courant.schemas.hash.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has got, kept in Kafka as the offsets of a consumer group that never has members. What the options
 * said is the group's name, so the same command line finds it again; what they meant when the replay began stands
 * beside the offsets, so a replay of the last seven days that goes on a day later still is of the same seven. So do the
 * settings, since one that went on under others would leave a part of its slice as it was told under the first. Kafka
 * forgets a group without members after {@code offsets.retention.minutes}, a week by default; a replay that goes on
 * after that begins anew, which costs time and changes nothing.
 *
 * @param slice what is left to be replayed
 * @param items items of the whole slice
 * @param done items replayed so far
 * @param perSecond items replayed a second so far, pauses included; 0 if not known
 * @param settings under which it began
 */
record Bookmark(Slice slice, long items, long done, double perSecond, StorySettings settings) {
    private static final String FORMAT = "2";
    private static final int WORDS = 8;

    boolean isFinished() {
        return slice.partitions() == 0;
    }

    /** The group of a replay with these options. */
    static String group(String topic, Moment from, @Nullable Moment to, @Nullable String source) {
        String options = String.join("\n", topic, from.toString(), to == null ? "" : to.toString(), "" + source);
        byte[] hash = Sha256.start().digest(options.getBytes(StandardCharsets.UTF_8));
        return "courant-replay-" + HexFormat.of().formatHex(hash, 0, 4);
    }

    /** What was saved last; empty where nothing was, or by another format. */
    static Optional<Bookmark> find(Groups groups, String group, Optional<String> source) {
        Map<TopicPartition, Long> begin = new HashMap<>();
        Map<TopicPartition, Long> end = new HashMap<>();
        String[] words = {};
        for (Map.Entry<TopicPartition, OffsetAndMetadata> saved :
                groups.committed(group).entrySet()) {
            words = saved.getValue().metadata().split(" ", -1);
            if (words.length != WORDS || !words[0].equals(FORMAT)) {
                return Optional.empty();
            }
            begin.put(saved.getKey(), saved.getValue().offset());
            end.put(saved.getKey(), Long.valueOf(words[1]));
        }
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        Slice slice = new Slice(
                Instant.ofEpochMilli(Long.parseLong(words[2])),
                Instant.ofEpochMilli(Long.parseLong(words[3])),
                source,
                begin,
                end);
        long items = Long.parseLong(words[4]);
        long done = Long.parseLong(words[5]);
        double perSecond = Double.parseDouble(words[6]);
        return StorySettings.parse(words[7]).map(settings -> new Bookmark(slice, items, done, perSecond, settings));
    }

    void save(Groups groups, String group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        slice.begin()
                .forEach((partition, offset) -> offsets.put(
                        partition,
                        new OffsetAndMetadata(
                                offset,
                                String.join(
                                        " ",
                                        FORMAT,
                                        String.valueOf(slice.end().get(partition)),
                                        String.valueOf(slice.from().toEpochMilli()),
                                        String.valueOf(slice.to().toEpochMilli()),
                                        String.valueOf(items),
                                        String.valueOf(done),
                                        String.valueOf(perSecond),
                                        settings.toString()))));
        groups.commit(group, offsets);
    }
}
