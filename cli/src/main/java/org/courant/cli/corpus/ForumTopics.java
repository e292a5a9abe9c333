package org.courant.cli.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Opening posts of forum topics as Discourse answers them. */
public final class ForumTopics {
    /** File in the folder of captured data. */
    public static final String FILE = "discourse/topic-json.tar.gz";

    private static final Pattern TAG = Pattern.compile("<[^>]{0,2000}>");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,8};");

    private ForumTopics() {}

    /** The texts of the opening posts, without markup; none where the file is absent. */
    public static List<String> texts(DataFolder data) {
        return !data.has(FILE)
                ? List.of()
                : data.archive(FILE).stream()
                        .filter(file -> file.name().endsWith(".json"))
                        .map(file -> text(DataFolder.json(file.content())))
                        .filter(text -> !text.isBlank())
                        .toList();
    }

    private static String text(JsonNode topic) {
        String markup =
                topic.path("post_stream").path("posts").path(0).path("cooked").asText();
        return ENTITY.matcher(TAG.matcher(markup).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
