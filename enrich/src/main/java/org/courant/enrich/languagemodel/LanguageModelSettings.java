package org.courant.enrich.languagemodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.courant.enrich.languagemodel.chat.Prompt;
import org.courant.service.settings.Durations;
import org.courant.service.settings.Section;

/**
 * The section {@code enrich.language-model} of the settings.
 *
 * @param url base address of an endpoint that speaks OpenAI's chat completions, such as
 *     {@code http://localhost:11434/v1}
 * @param model name of the model, as the endpoint knows it
 * @param key sent as a bearer token, where there is one
 * @param requestsPerMinute requests of all processes together
 * @param dailyBudget requests of all processes together in a day (UTC), failed ones included
 * @param timeout longest time for one request
 * @param concurrency requests of one process at one time
 * @param parameters further fields of a request, as they are
 */
public record LanguageModelSettings(
        URI url,
        String model,
        ApiKey key,
        int requestsPerMinute,
        int dailyBudget,
        Duration timeout,
        int concurrency,
        Map<String, JsonNode> parameters) {
    private static final String NAME = "language-model";
    private static final String EXPECTED_URL = "an http or https address such as http://localhost:11434/v1";
    private static final String EXPECTED_TIMEOUT = "a duration from 1s to 10m";
    private static final int MOST_NAME = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STANDARD_PARAMETERS = Map.of("temperature", "0", "max_tokens", "800");

    public LanguageModelSettings {
        parameters = Map.copyOf(parameters);
    }

    /** What summaries depend on besides the text. */
    public ModelVersion version() {
        return new ModelVersion(model, Prompt.VERSION);
    }

    /** Reads the section; empty where it names no address, and no model is used. */
    public static Optional<LanguageModelSettings> from(Section enrich) {
        Section section = enrich.section(NAME);
        Map<String, String> parameters = section.map("parameters");
        LanguageModelSettings settings = new LanguageModelSettings(
                section.read("url", URI.create(""), EXPECTED_URL, LanguageModelSettings::url),
                section.read(
                        "model", "", "a name of at most " + MOST_NAME + " characters", LanguageModelSettings::name),
                key(section),
                section.integer("requests-per-minute", 20, 1, 6_000),
                section.integer("daily-budget", 500, 1, 1_000_000),
                section.read("timeout", Duration.ofSeconds(60), EXPECTED_TIMEOUT, LanguageModelSettings::timeout),
                section.integer("concurrency", 2, 1, 64),
                values(parameters.isEmpty() ? STANDARD_PARAMETERS : parameters));
        section.rejectUnknownKeys();
        if (!section.has("url")) {
            return Optional.empty();
        }
        section.required("model", "the name of the model, as the endpoint knows it");
        return Optional.of(settings);
    }

    private static URI url(String text) {
        URI url = URI.create(text.strip());
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED_URL);
        }
        return url;
    }

    /** The value is not shown, wrong or right; a line feed behind it is what most files of secrets have. */
    private static ApiKey key(Section section) {
        String key = section.text("key", "").strip();
        if (!key.chars().allMatch(character -> character > ' ' && character < 0x7F)) {
            section.problems()
                    .add(
                            section.origin("key"),
                            "'enrich." + NAME + ".key' holds characters that no key has, such as a blank or an umlaut;"
                                    + " give the key alone (it is not shown here)");
            return ApiKey.NONE;
        }
        return new ApiKey(key);
    }

    private static String name(String text) {
        if (text.isBlank() || text.length() > MOST_NAME) {
            throw new IllegalArgumentException("a model's name has 1 to " + MOST_NAME + " characters");
        }
        return text.strip();
    }

    private static Duration timeout(String text) {
        Duration timeout = Durations.parse(text);
        if (timeout.toSeconds() < 1 || timeout.toMinutes() > 10) {
            throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED_TIMEOUT);
        }
        return timeout;
    }

    private static Map<String, JsonNode> values(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> value(entry.getValue()), (a, b) -> a, TreeMap::new));
    }

    /** JSON where it is; else a text. */
    private static JsonNode value(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException plain) {
            return TextNode.valueOf(text);
        }
    }
}
