package org.courant.enrich.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.courant.testkit.Seed;
import org.courant.testkit.SeededTest;
import org.junit.jupiter.api.Test;

class BlockIndexTest {
    private static final long KEY = -7L;
    private static final int MOST = 3;
    private static final MatchLimits LIMITS = new MatchLimits(60, 300, MOST);

    private final BlockIndex index = new BlockIndex(LIMITS);

    @Test
    void textsThatShareAKeyMeetButNotThoseOfTheirOwnWork() {
        BlockIndex.Indexed own = text("a", "1", 1, 0, KEY);
        index.replace(null, own);
        index.replace(null, text("a", "2", 1, 0, KEY));
        index.replace(null, text("b", "1", 2, 0, KEY));
        index.replace(null, text("c", "1", 2, 0, KEY + 1));

        assertThat(index.candidates(own)).containsExactly(new TextName("b", "1"));
    }

    @Test
    void anOversizedBlockIsNoEvidenceInItsPeriodAndTheOthersOfTheKeyAre() {
        IntStream.rangeClosed(0, MOST).forEach(i -> index.replace(null, text("crowd-" + i, "1", 1, 0, KEY)));
        BlockIndex.Indexed other = text("b", "1", 2, 0, KEY);
        index.replace(null, other);
        index.replace(null, text("c", "1", 2, 0, KEY));

        assertThat(index.isPurged(KEY, 1)).isTrue();
        assertThat(index.candidates(text("crowd-0", "1", 1, 0, KEY))).isEmpty();
        assertThat(index.candidates(other)).containsExactly(new TextName("c", "1"));
    }

    @Test
    void whoseBlockBecomesOversizedOrIsSoNoMoreIsSaid() {
        IntStream.range(0, MOST).forEach(i -> index.replace(null, text("crowd-" + i, "1", 1, 0, KEY)));
        BlockIndex.Indexed last = text("last", "1", 1, 0, KEY);

        assertThat(index.replace(null, last)).hasSize(MOST + 1);
        assertThat(index.replace(last, null)).hasSize(MOST).doesNotContain(new TextName("last", "1"));
    }

    @Test
    void textsThatAreTooFarApartInTimeDoNotMeet() {
        index.replace(null, text("early", "1", 1, 39, KEY));
        index.replace(null, text("within", "1", 1, 40, KEY));
        index.replace(null, text("late", "1", 5, 161, KEY));

        assertThat(index.candidates(text("own", "1", 3, 100, KEY))).containsExactly(new TextName("within", "1"));
    }

    @Test
    void aPeriodIsForgottenAsAWhole() {
        index.replace(null, text("old", "1", 1, 0, KEY));
        index.replace(null, text("new", "1", 2, 0, KEY));

        assertThat(index.forgetBefore(2)).isEqualTo(1);
        assertThat(index.candidates(text("own", "1", 2, 0, KEY))).containsExactly(new TextName("new", "1"));
    }

    @SeededTest
    void whatMeetsIsWhatLookingAtAllTextsSays(Seed seed) {
        Random random = seed.random();
        Map<TextName, BlockIndex.Indexed> texts = new HashMap<>();
        for (int change = 0; change < 400; change++) {
            TextName name = new TextName("work-" + random.nextInt(30), "1");
            BlockIndex.Indexed after = random.nextInt(4) == 0 ? null : anyText(name, random);
            index.replace(texts.get(name), after);
            if (after == null) {
                texts.remove(name);
            } else {
                texts.put(name, after);
            }
            texts.values().forEach(text -> assertThat(index.candidates(text)).isEqualTo(candidates(text, texts)));
        }
    }

    /** The keys of a text are always the same; its time changes. */
    private static BlockIndex.Indexed anyText(TextName name, Random random) {
        long[] keys =
                new Random(name.hashCode()).longs(4, 0, 12).sorted().distinct().toArray();
        return text(name.work(), name.text(), 1 + random.nextInt(3), random.nextInt(200), keys);
    }

    private static Set<TextName> candidates(BlockIndex.Indexed own, Map<TextName, BlockIndex.Indexed> texts) {
        return texts.values().stream()
                .filter(other ->
                        !other.entry().text().work().equals(own.entry().text().work()))
                .filter(other -> LIMITS.admit(own.entry(), other.entry()))
                .filter(other -> own.keys()
                        .filter(other::has)
                        .anyMatch(key -> size(key, own.entry().period(), texts) <= MOST
                                && size(key, other.entry().period(), texts) <= MOST))
                .map(other -> other.entry().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long size(long key, int period, Map<TextName, BlockIndex.Indexed> texts) {
        return texts.values().stream()
                .filter(text -> text.entry().period() == period && text.has(key))
                .count();
    }

    private static BlockIndex.Indexed text(String work, String text, int period, int day, long... keys) {
        return new BlockIndex.Indexed(
                new BlockEntry(new TextName(work, text), period, day, day), Arrays.copyOf(keys, keys.length));
    }
}
