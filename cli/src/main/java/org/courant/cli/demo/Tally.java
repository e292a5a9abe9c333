package org.courant.cli.demo;

import org.courant.schemas.DigestEntry;
import org.courant.schemas.Member;
import org.courant.schemas.Story;

/** What has become of the sample day, in one sentence. */
final class Tally {
    private Tally() {}

    static String of(DemoTables tables) {
        long crossListed =
                tables.stories().values().stream().filter(Tally::isCrossListed).count();
        long copies =
                tables.stories().values().stream().filter(Tally::hasCopies).count();
        long revised = tables.entries().values().stream()
                .filter(entry -> entry.getVersion() > 1)
                .map(DigestEntry::getEntryId)
                .count();
        return "%s fetched → %s → %s → %s; %s merged%s, %s"
                .formatted(
                        count(tables.items() + tables.deadLetters(), "item"),
                        count(tables.deadLetters(), "dead letter"),
                        tables.stories().size() == 1
                                ? "1 story"
                                : tables.stories().size() + " stories",
                        tables.entries().size() == 1
                                ? "1 entry"
                                : tables.entries().size() + " entries",
                        count(crossListed, "cross-listed paper"),
                        copies == 0
                                ? ""
                                : ", " + count(copies, "near-copy").replace("near-copys", "near-copies")
                                        + " recognised",
                        revised == 1 ? "1 shows v2" : revised + " show a later version");
    }

    private static boolean isCrossListed(Story story) {
        return story.getMembers().stream()
                                .filter(member -> member.getItemId().startsWith("arxiv:"))
                                .map(Tally::paper)
                                .distinct()
                                .count()
                        == 1
                && story.getMembers().stream()
                                .filter(member -> member.getItemId().startsWith("arxiv:"))
                                .count()
                        > 1;
    }

    /** Whether items that share no id are one story. */
    private static boolean hasCopies(Story story) {
        return story.getMembers().stream().map(Tally::paper).distinct().count() > 1;
    }

    /** {@code arxiv:2611.90011v1@cs.AI} without version and category; other ids as they are. */
    private static String paper(Member member) {
        String id = member.getItemId();
        return id.startsWith("arxiv:") ? id.replaceFirst("(v\\d+)?@.*", "") : id;
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
