package org.courant.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.courant.enrich.block.FrequencyCounter;
import org.courant.enrich.block.FrequencyTable;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;

/**
 * Invented papers, the same ones in every run: abstracts of six to ten sentences. Of each 25 items five are listings of
 * the paper before in a second category, and one is a near-duplicate of one of the 2,000 items before: by turns the
 * same paper under another id with every twentieth word replaced, and a post that quotes the abstract.
 */
final class Papers {
    /** A busy day of arXiv's sections on artificial intelligence, and more. */
    static final int ITEMS_A_DAY = 3_000;

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int CYCLE = 25;
    private static final int DUPLICATE_AT = 12;
    private static final int REACH = 2_000;
    private static final int OTHERS_SEED = 1_000_000_000;
    private static final int COUNTED = 14_147;

    private final Vocabulary vocabulary = new Vocabulary();

    /** The time at which an item is delivered. */
    static Instant time(int index) {
        return START.plus(Duration.ofDays(1).multipliedBy(index).dividedBy(ITEMS_A_DAY));
    }

    /** A frequency table as the one that ships with Courant, made of as many other texts of the same language. */
    FrequencyTable frequencies() {
        FrequencyCounter counter = new FrequencyCounter();
        for (int i = 0; i < COUNTED; i++) {
            counter.add(paper(OTHERS_SEED + i).text());
        }
        return counter.table(3);
    }

    SourceItem item(int index) {
        if (isNearDuplicate(index)) {
            Paper original = paper(original(index));
            return index % (2 * CYCLE) == DUPLICATE_AT ? revised(index, original) : post(index, original);
        }
        boolean again = isListedAgain(index);
        return arxiv(again ? index - 1 : index, index, again ? "cs.LG" : "cs.AI", paper(again ? index - 1 : index));
    }

    /** Whether an item says of the paper before, under another category, what that one has said. */
    static boolean isListedAgain(int index) {
        return index % 5 == 4 && !isNearDuplicate(index);
    }

    private static boolean isNearDuplicate(int index) {
        return index % CYCLE == DUPLICATE_AT && index > CYCLE;
    }

    /** An item before that is neither a second listing nor a near-duplicate. */
    private static int original(int index) {
        int original = index - 1 - new Random(index).nextInt(Math.min(REACH, index - 1));
        while (original % 5 == 4 || original % CYCLE == DUPLICATE_AT) {
            original--;
        }
        return Math.max(0, original);
    }

    private SourceItem revised(int index, Paper original) {
        Random random = new Random(index);
        List<String> sentences = original.sentences().stream()
                .map(sentence -> revised(sentence, random))
                .toList();
        return arxiv(index, index, "cs.AI", new Paper(original.title(), original.authors(), sentences));
    }

    private String revised(String sentence, Random random) {
        return String.join(
                " ",
                List.of(sentence.split(" ")).stream()
                        .map(word -> random.nextInt(20) == 0 ? vocabulary.word(random) : word)
                        .toList());
    }

    private SourceItem post(int index, Paper original) {
        Paper own = paper(index);
        String url = "https://example.org/posts/" + index;
        String body = own.sentences().get(0) + ". " + original.text() + " "
                + own.sentences().get(1) + ".";
        return start(index, own.title(), body)
                .setItemId("feed:" + url)
                .setIdentities(List.of("url:" + url))
                .setSourceId("blog")
                .setSourceKind(SourceKind.MEDIA)
                .setSourceName("A blog")
                .setUrl(url)
                .setAuthors(own.authors().subList(0, 1))
                .build();
    }

    private static SourceItem arxiv(int number, int index, String category, Paper paper) {
        String id = "2601." + "%07d".formatted(number);
        return start(index, paper.title(), paper.text())
                .setItemId("arxiv:" + id + "v1@" + category)
                .setIdentities(List.of("arxiv:" + id))
                .setSourceId(category)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("arXiv " + category)
                .setUrl("https://arxiv.org/abs/" + id)
                .setAuthors(paper.authors())
                .setCategories(List.of("cs.AI", "cs.LG"))
                .build();
    }

    private static SourceItem.Builder start(int index, String title, String body) {
        return SourceItem.newBuilder()
                .setTitle(title)
                .setBody(body)
                .setPublishedAt(time(index))
                .setFetchedAt(time(index))
                .setContentHash("%064x".formatted(index));
    }

    private Paper paper(int seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<String> authors = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(i -> vocabulary.name(random) + " " + vocabulary.name(random))
                .toList();
        List<String> sentences = IntStream.range(0, 6 + random.nextInt(5))
                .mapToObj(i -> words(random, 15 + random.nextInt(14)))
                .toList();
        return new Paper(words(random, 6 + random.nextInt(6)), authors, sentences);
    }

    private String words(Random random, int count) {
        return String.join(
                " ",
                IntStream.range(0, count).mapToObj(i -> vocabulary.word(random)).toList());
    }
}
