package org.courant.enrich.languagemodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.courant.enrich.text.Sentences;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.courant.testkit.HttpRequestSeen;

/** A server on this machine that speaks as much of OpenAI's API as is used, and answers as a test wants it to. */
public final class FakeModel implements AutoCloseable {
    public static final String NAME = "fake-1";
    public static final String KEY = "sk-fake";
    private static final String PATH = "/v1/chat/completions";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENTENCES = 7;

    private final HttpFixture server = HttpFixture.start();

    /** Of a good model: some sentences of the text. */
    public FakeModel() {
        answer((title, text) -> good(text));
    }

    /** From now on answers title and text like this. */
    public FakeModel answer(BiFunction<String, String, HttpAnswer> how) {
        server.route(PATH, request -> {
            JsonNode material = material(request);
            return how.apply(
                    material.path("title").asText(), material.path("text").asText());
        });
        return this;
    }

    public LanguageModelSettings settings(int dailyBudget, Duration timeout) {
        return settings(url(), dailyBudget, timeout);
    }

    static LanguageModelSettings settings(URI url, int dailyBudget, Duration timeout) {
        return new LanguageModelSettings(url, NAME, new ApiKey(KEY), 6_000, dailyBudget, timeout, 2, Map.of());
    }

    public URI url() {
        return server.uri("/v1/");
    }

    public List<HttpRequestSeen> requests() {
        return server.requests(PATH);
    }

    /** The titles that were asked about, in order. */
    public List<String> titles() {
        return requests().stream()
                .map(request -> material(request).path("title").asText())
                .toList();
    }

    /** The summary that a good model gives. */
    public static String summary(String text) {
        List<String> sentences = Sentences.of(text);
        return String.join(" ", sentences.subList(0, Math.min(SENTENCES, sentences.size())));
    }

    public static HttpAnswer good(String text) {
        ObjectNode answer = JSON.createObjectNode().put("summary", summary(text));
        return saying(answer.toString());
    }

    /** A well-formed answer in which the model says whatever it says. */
    public static HttpAnswer saying(String content) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("choices")
                .addObject()
                .putObject("message")
                .put("role", "assistant")
                .put("content", content);
        answer.putObject("usage").put("prompt_tokens", 300).put("completion_tokens", 100);
        return HttpAnswer.ok(answer.toString()).with("Content-Type", "application/json");
    }

    @Override
    public void close() {
        server.close();
    }

    private static JsonNode material(HttpRequestSeen request) {
        try {
            JsonNode messages = JSON.readTree(request.body()).path("messages");
            return JSON.readTree(messages.path(1).path("content").asText());
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(request.body(), malformed);
        }
    }
}
