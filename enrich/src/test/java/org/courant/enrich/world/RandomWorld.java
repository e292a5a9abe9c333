package org.courant.enrich.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;

/**
 * Random logs in which everything happens: cross-lists, versions, edits that change what an item is known by or says,
 * chains of identities, near copies, quotes, series, repeats to the byte, equal timestamps and items that are no good.
 */
public final class RandomWorld {
    /** Partitions of a log. */
    public static final int PARTITIONS = 3;

    private static final int DAY = 86_400_000;
    private static final long START = 1_782_000_000_000L;

    private static final List<SourceKind> KINDS = List.of(SourceKind.values());

    private final Random random;
    private final int works;
    private final RandomTexts texts;

    private RandomWorld(Random random, int works, int texts) {
        this.random = random;
        this.works = works;
        this.texts = new RandomTexts(random, texts);
    }

    /** A small one, in which everybody meets everybody. */
    public static List<Given> of(long seed) {
        Random random = new Random(seed);
        int works = 2 + random.nextInt(8);
        return new RandomWorld(random, works, 1 + works / 2).log(1 + random.nextInt(20), 1 + random.nextInt(60));
    }

    /** One of a given number of deliveries, in which most works stay apart. */
    public static List<Given> of(long seed, int deliveries) {
        return new RandomWorld(new Random(seed), deliveries, 2 * deliveries).log(deliveries / 2, deliveries);
    }

    /** One of some years, the records of each partition nearly in the order of their times. */
    public static List<Given> ofYears(long seed, int deliveries) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random, deliveries, 1 + deliveries / 2);
        List<Given> log = new ArrayList<>();
        for (int offset = 0; offset < deliveries; offset++) {
            long late = random.nextInt(4) == 0 ? random.nextInt(40) : 0;
            long timestamp = START + offset * 3L * DAY / 2 - random.nextInt(DAY);
            SourceItem item = SourceItem.newBuilder(world.item("item-" + (offset * 2 / 3 + random.nextInt(12))))
                    .setPublishedAt(Instant.ofEpochMilli(timestamp - late * DAY))
                    .build();
            log.add(new Given(item, timestamp, partition(item), offset));
        }
        return log;
    }

    private List<Given> log(int items, int deliveries) {
        List<Given> log = new ArrayList<>();
        for (int offset = 0; offset < deliveries; offset++) {
            Given next = !log.isEmpty() && random.nextInt(10) == 0
                    ? log.get(random.nextInt(log.size()))
                    : new Given(item("item-" + random.nextInt(items)), START + random.nextInt(20) * 1000L, 0, 0);
            long timestamp = random.nextBoolean() ? next.timestamp() : START + random.nextInt(20) * 1000L;
            log.add(new Given(next.item(), timestamp, partition(next.item()), offset));
        }
        return log;
    }

    /** Where Kafka's own partitioner puts an item. */
    private static int partition(SourceItem item) {
        byte[] key = Given.key(item).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }

    private SourceItem item(String itemId) {
        SourceItem.Builder item = Items.builder(itemId, identities())
                .setSourceKind(KINDS.get(random.nextInt(KINDS.size())))
                .setSourceName("source " + random.nextInt(4))
                .setTitle(texts.title())
                .setBody(texts.text())
                .setAuthors(texts.authors())
                .setVersion(1 + random.nextInt(3))
                .setCategories(List.of("cs." + random.nextInt(4), "cs.AI"))
                .setPublishedAt(
                        random.nextInt(4) == 0
                                ? null
                                : Instant.ofEpochMilli(START + random.nextInt(9_000_000) - 5_000_000));
        return spoil(item).build();
    }

    private SourceItem.Builder spoil(SourceItem.Builder item) {
        return switch (random.nextInt(25)) {
            case 0 -> item.setTitle(" ").setBody("");
            case 1 -> item.setIdentities(List.of());
            case 2 -> item.setUrl("ftp://example.org/");
            case 3 -> item.setIdentities(List.of("isbn:1"));
            default -> item;
        };
    }

    private String[] identities() {
        int count = 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0);
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            int work = random.nextInt(works);
            names.add(
                    switch (random.nextInt(5)) {
                        case 0 -> "arxiv:2606.%05d".formatted(work);
                        case 1 -> "doi:10.1000/" + work;
                        case 2 -> "url:https://example.org/" + work;
                        case 3 -> "forum:discuss.example.org/" + work;
                        default -> "feed:blog:" + work;
                    });
        }
        return names.toArray(String[]::new);
    }
}
