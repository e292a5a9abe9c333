package org.courant.lab.faults.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewsroomTest {
    private static final int COUNT = 500;

    @Test
    void aSeedGivesTheSameItemsEachTime() {
        assertThat(publications(7)).isEqualTo(publications(7)).isNotEqualTo(publications(8));
    }

    @Test
    void someWorksAreInSeveralFeedsAndSomeItemsHaveSeveralVersions() {
        List<Publication> all = publications(7);
        assertThat(all.stream().map(Publication::link).distinct().count()).isLessThan(COUNT * 9 / 10);
        assertThat(all.stream().filter(Publication::replaces).count()).isBetween(COUNT / 20L, COUNT / 5L);
    }

    @Test
    void aTitleTellsTheVersionsOfAnItemApart() {
        Set<String> seen = new HashSet<>();
        assertThat(publications(7)).allMatch(each -> seen.add(each.feed() + " " + each.guid() + " " + each.title()));
    }

    @Test
    void someTextsAreLongRunsOfOneToken() {
        assertThat(publications(7))
                .filteredOn(each -> each.text().length() > 5_000)
                .hasSizeGreaterThan(COUNT / 30);
    }

    private static List<Publication> publications(long seed) {
        Newsroom newsroom = new Newsroom(seed, 4);
        return Stream.generate(newsroom::next).limit(COUNT).toList();
    }
}
