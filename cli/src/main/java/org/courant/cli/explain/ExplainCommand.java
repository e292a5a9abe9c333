package org.courant.cli.explain;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.AvroValues;
import org.courant.cli.output.OutputOption;
import org.courant.cli.output.Table;
import org.courant.cli.settings.ConfigOption;
import org.courant.schemas.Story;
import org.courant.service.kafka.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code courant explain}. */
@Command(
        name = "explain",
        description = {
            "Tells what became of an item and why: the story that it is in or the check that it failed, by which rule, with"
                    + " which score and which partner; the other items of the story; and what comparing its works, two by"
                    + " two, says. All of it comes from Kafka; the services need not run.",
            "Exit code 0; 1 if nothing is known of the id."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant explain arxiv:2606.23595v1@cs.AI     an item",
            "  courant explain arxiv:2606.23595             an entry, or one that another has absorbed",
            "  courant explain arxiv:2606.23595 --output json"
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(
            paramLabel = "ID",
            description = "item id, as on the members of a story and in the rejections, or entry id")
    private String id = "";

    public ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Connection connection = config.read(console.environment(), Connection::from);
        Optional<Case> found = Case.find(connection, id);
        if (found.isEmpty()) {
            console.err()
                    .println("courant: nothing is known of '" + id
                            + "'; if it has been ingested, 'courant status' tells whether enrich has read it, and"
                            + " 'courant tail --from beginning' which entries there are");
            return ExitCode.FAILED;
        }
        Story story = found.get().story();
        List<MemberPairs.Pair> pairs = story == null ? List.of() : MemberPairs.of(connection, story);
        if (output.isJson()) {
            OutputOption.print(values(found.get(), pairs), console.out());
        } else {
            print(found.get(), pairs, console.out());
        }
        return ExitCode.DONE;
    }

    private void print(Case found, List<MemberPairs.Pair> pairs, PrintWriter out) {
        String outcome = found.rejection() == null ? "member" : "rejected";
        found.reason().ifPresent(reason -> {
            out.println("item   " + id);
            out.println("       " + outcome + ": " + reason);
        });
        Story story = found.story();
        if (story != null) {
            out.println("story  " + story.getStoryId() + "  " + story.getTitle());
            if (!story.getAbsorbed().isEmpty()) {
                out.println("       has absorbed " + String.join(", ", story.getAbsorbed()));
            }
            out.println();
            members(story).lines().forEach(out::println);
        }
        if (!pairs.isEmpty()) {
            out.println();
            table(pairs).lines().forEach(out::println);
        }
    }

    private static Table members(Story story) {
        return new Table(
                List.of("item", "source", "rule", "score", "partner"),
                story.getMembers().stream()
                        .map(member -> List.<Object>of(
                                member.getItemId(),
                                member.getSourceName(),
                                String.valueOf(member.getRule()),
                                rounded(member.getScore()),
                                member.getPartner() == null ? "" : member.getPartner()))
                        .toList());
    }

    private static Table table(List<MemberPairs.Pair> pairs) {
        return new Table(
                List.of("work", "otherWork", "sameBy", "score"),
                pairs.stream()
                        .map(pair -> List.<Object>of(pair.left(), pair.right(), pair.verdict(), rounded(pair.score())))
                        .toList());
    }

    private static Map<String, @Nullable Object> values(Case found, List<MemberPairs.Pair> pairs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Story story = found.story();
        values.put("member", found.member() == null ? null : AvroValues.of(found.member()));
        values.put("rejection", found.rejection() == null ? null : AvroValues.of(found.rejection()));
        values.put("reason", found.reason().orElse(null));
        values.put("storyId", story == null ? null : story.getStoryId());
        values.put("title", story == null ? null : story.getTitle());
        values.put("absorbed", story == null ? List.of() : story.getAbsorbed());
        values.put("members", story == null ? List.of() : members(story).records());
        values.put("pairs", table(pairs).records());
        return values;
    }

    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }
}
