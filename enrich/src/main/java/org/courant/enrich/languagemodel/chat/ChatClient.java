package org.courant.enrich.languagemodel.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.schemas.SummaryRequest;

/**
 * One request to {@code POST <url>/chat/completions}, as OpenAI has defined it and many servers speak it, without
 * streaming.
 *
 * <p>With the JDK's client: what matters here is a bound on the time of the whole exchange and on the size of the
 * answer, and the {@code Retry-After} of a refusal, none of which a client library of a model's vendor gives. Redirects
 * are not followed, since the key would go along.
 */
public final class ChatClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A summary has two kilobytes; what surrounds it, not much more. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int MOST_DETAIL = 200;

    private final LanguageModelSettings settings;
    private final InstantSource clock;
    private final URI address;
    private final String instructions = Prompt.text();
    private final HttpClient http = HttpClient.newBuilder()
            // Some servers of models lose the body of a request that offers an upgrade to HTTP/2.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();

    /** @param clock reads dates of Retry-After */
    public ChatClient(LanguageModelSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        String base = settings.url().toString();
        this.address =
                URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/chat/completions");
    }

    /**
     * Asks once and waits for the answer, no longer than the time-out.
     *
     * @throws InterruptedException if the thread is interrupted; the request is given up
     */
    public Reply ask(SummaryRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(http(request), info -> new BoundedBody(MOST_BYTES));
        try {
            return read(exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return new Reply.Failed("no answer within " + settings.timeout());
        } catch (ExecutionException failed) {
            return new Reply.Failed("no answer: " + failed.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest http(SummaryRequest request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(request)));
        if (!settings.key().isEmpty()) {
            http.header("Authorization", "Bearer " + settings.key().value());
        }
        return http.build();
    }

    /** The text goes as a JSON object of its own, so nothing in it can look like the end of it. */
    private String body(SummaryRequest request) {
        String kind = switch (request.getSourceKind()) {
            case ARXIV -> "paper";
            case FORUM -> "forum topic";
            case MEDIA, UNKNOWN -> "article";
        };
        ObjectNode material = JSON.createObjectNode()
                .put("kind", kind)
                .put("title", request.getTitle())
                .put("text", request.getBody());
        ObjectNode body = JSON.createObjectNode().put("model", settings.model()).put("stream", false);
        settings.parameters().forEach(body::set);
        body.putArray("messages")
                .add(JSON.createObjectNode().put("role", "system").put("content", instructions))
                .add(JSON.createObjectNode().put("role", "user").put("content", material.toString()));
        return body.toString();
    }

    private Reply read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return said(response.body());
        }
        String detail = "status " + status + ": " + excerpt(response.body());
        if (status == 429
                || (status == 503
                        && response.headers().firstValue("Retry-After").isPresent())) {
            return new Reply.Throttled(RetryAfter.of(response.headers().firstValue("Retry-After"), clock.instant()));
        }
        boolean operatorsTurn = status / 100 == 3 || status == 401 || status == 402 || status == 403 || status == 404;
        return operatorsTurn ? new Reply.Misconfigured(detail) : new Reply.Failed(detail);
    }

    private static Reply said(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            JsonNode content = answer.path("choices").path(0).path("message").path("content");
            return content.isTextual()
                    ? new Reply.Said(content.textValue(), tokens(answer, "prompt"), tokens(answer, "completion"))
                    : new Reply.Failed("the answer has no choices[0].message.content: " + excerpt(body));
        } catch (IOException malformed) {
            return new Reply.Failed("the answer is no JSON: " + excerpt(body));
        }
    }

    private static long tokens(JsonNode answer, String kind) {
        return Math.max(0, answer.path("usage").path(kind + "_tokens").asLong(0));
    }

    private static String excerpt(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, MOST_DETAIL), java.nio.charset.StandardCharsets.UTF_8);
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
