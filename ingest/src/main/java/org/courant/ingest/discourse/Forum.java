package org.courant.ingest.discourse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.Optional;
import org.courant.ingest.feed.SafeJson;
import org.courant.ingest.http.Accept;
import org.courant.ingest.http.Answer;
import org.courant.ingest.http.Conditions;
import org.courant.ingest.http.WebUri;
import org.courant.ingest.source.Poll;

/**
 * The addresses of a forum; option {@code path} names a list of topics other than {@code latest}, e.g.
 * {@code c/research/7}.
 */
final class Forum {
    private static final Pattern AROUND_PATH = Pattern.compile("^/+|/+$|\\.rss$");
    private static final String LATEST = "latest";

    private final Poll poll;
    private final String base;
    private final String path;

    Forum(Poll poll) {
        this.poll = poll;
        this.base = WebUri.withoutTrailingSlashes(poll.source().getUrl());
        this.path = AROUND_PATH
                .matcher(poll.source().getOptions().getOrDefault("path", LATEST))
                .replaceAll("");
    }

    /** The feed's address, if the source's URL makes one. */
    Optional<URI> feed() {
        return WebUri.parse(base + "/" + path + ".rss").filter(URI::isAbsolute);
    }

    /** A page of the list of topics, newest activity first; the first page is 0. */
    Json page(int page) throws InterruptedException {
        String list = path.equals(LATEST) ? LATEST : path + "/l/" + LATEST;
        return json("/" + list + ".json" + (page == 0 ? "" : "?page=" + page));
    }

    /** A topic with its first posts. */
    Json topic(long id) throws InterruptedException {
        return json("/t/" + id + ".json");
    }

    /** The names of the categories. */
    Json categories() throws InterruptedException {
        return json("/categories.json");
    }

    private Json json(String address) throws InterruptedException {
        URI uri = WebUri.parse(base + address).orElseThrow();
        Answer answer = poll.http().get(uri, Conditions.NONE, Accept.JSON);
        if (!(answer instanceof Answer.Ok ok)) {
            return new Json(Optional.empty(), answer);
        }
        try {
            return new Json(Optional.of(SafeJson.read(ok.body())), answer);
        } catch (JsonProcessingException malformed) {
            String reason = uri + " is not JSON (" + malformed.getOriginalMessage() + ")";
            return new Json(Optional.empty(), new Answer.Failed(200, reason, Optional.empty()));
        }
    }

    /**
     * What a request for JSON came to.
     *
     * @param value the document, if there is one
     * @param answer why there is none, if there is none
     */
    record Json(Optional<JsonNode> value, Answer answer) {
        /** Whether the forum does not give the document to anyone, now or later. */
        boolean isWithheld() {
            return answer instanceof Answer.NotFound
                    || answer instanceof Answer.Gone
                    || (answer instanceof Answer.Failed failed && (failed.status() == 401 || failed.status() == 403));
        }
    }
}
