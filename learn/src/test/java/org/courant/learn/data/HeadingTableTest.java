package org.courant.learn.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.courant.enrich.classify.Taxonomy.SectionDefinition;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.testkit.SharedData;
import org.junit.jupiter.api.Test;

class HeadingTableTest {
    private final HeadingTable table = HeadingTable.parse(TextTable.rows("""
            # a remark
            a/list | Papers | agents
            a/list | Papers > Training | training-methods, agents
            a/list | Papers > News |
            b/list | * | efficiency
            """));

    @Test
    void theLongestHeadingThatFitsDecides() {
        assertThat(table.sections("a/list", "Papers > Tools")).contains(List.of("agents"));
        assertThat(table.sections("a/list", "Papers > Training > DPO")).contains(List.of("training-methods", "agents"));
    }

    @Test
    void symbolsOfAHeadingCountForNothing() {
        assertThat(table.sections("a/list", ":newspaper: Papers > 🔥 training!"))
                .contains(List.of("training-methods", "agents"));
    }

    @Test
    void aHeadingMayBeLeftOutOrUnknown() {
        assertThat(table.sections("a/list", "Papers > News")).contains(List.of());
        assertThat(table.sections("a/list", "Citation")).isEmpty();
        assertThat(table.sections("c/list", "Papers")).isEmpty();
        assertThat(table.sections("b/list", "Anything")).contains(List.of("efficiency"));
    }

    @Test
    void theTablesThatShipNameOnlySectionsOfTheTaxonomy() {
        Set<String> known = new HashSet<>();
        TaxonomyFile.shipped().sections().stream().map(SectionDefinition::id).forEach(known::add);
        TextTable.shipped("categories.txt").forEach(row -> assertThat(known).contains(row.get(1)));
        TextTable.shipped("headings.txt").stream()
                .filter(row -> !row.get(2).isEmpty())
                .forEach(row -> assertThat(known).contains(row.get(2).split(", ")));
    }

    @Test
    void realListsGiveEachPaperOnceWithALabel() {
        Path labelled = SharedData.requireFolder("labelled").resolve("sectioned-papers-with-abstract.jsonl.gz");

        LabelledData data = LabelledFiles.read(List.of(labelled), HeadingTable.shipped());

        assertThat(data.papers()).hasSizeGreaterThan(1_300);
        assertThat(data.papers().stream().map(LabelledPaper::id)).doesNotHaveDuplicates();
    }
}
