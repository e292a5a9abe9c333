package org.courant.enrich.languagemodel.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.enrich.languagemodel.check.Checked.Accepted;
import org.courant.enrich.languagemodel.check.Checked.Reason;
import org.courant.enrich.languagemodel.check.Checked.Refused;
import org.courant.enrich.summarise.Length;
import org.courant.enrich.text.StreamSafe;
import org.courant.schemas.SummaryRequest;

/**
 * Decides whether an answer may be published. It trusts neither the model nor the text that the model has read, which
 * may hold instructions: whatever it was told, an answer is one line of plain text in the language, the numbers and the
 * names of its source, or it is refused.
 */
public final class AnswerCheck {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Models put their JSON into a block of code, whatever they are told. */
    private static final Pattern BLOCK = Pattern.compile("^```(?:json)?\\s*(.*?)\\s*```$", Pattern.DOTALL);

    /** Several times what a summary may have; what is longer is not read. */
    private static final int MAX_CHARACTERS = 20_000;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private AnswerCheck() {}

    /** Checks what a model has said of a text. */
    public static Checked of(String content, SummaryRequest request) {
        if (content.length() > MAX_CHARACTERS) {
            return new Refused(
                    Reason.LENGTH,
                    "the answer has %d characters; at most %d are read".formatted(content.length(), MAX_CHARACTERS));
        }
        Optional<String> told = summaryIn(content);
        if (told.isEmpty()) {
            return new Refused(Reason.FORMAT, "the answer is not {\"summary\": \"...\"} and nothing else");
        }
        String summary = StreamSafe.of(SPACE.matcher(told.get()).replaceAll(" ").strip());
        String source = request.getTitle() + "\n" + request.getBody();
        for (Rule rule : RULES) {
            Optional<String> fault = rule.fault(summary, source);
            if (fault.isPresent()) {
                return new Refused(rule.reason(), fault.get());
            }
        }
        return new Accepted(summary);
    }

    private record Rule(Reason reason, Finder finder) {
        Optional<String> fault(String summary, String source) {
            return finder.find(summary, source);
        }
    }

    @FunctionalInterface
    private interface Finder {
        /** What is wrong with a summary, as one sentence. */
        Optional<String> find(String summary, String source);
    }

    private static final List<Rule> RULES = List.of(
            new Rule(Reason.MARKUP, (summary, source) -> PlainText.fault(summary)),
            new Rule(Reason.LENGTH, AnswerCheck::length),
            new Rule(Reason.LANGUAGE, Language::fault),
            new Rule(Reason.VOICE, (summary, source) -> Voice.fault(summary)),
            new Rule(Reason.INVENTION, Inventions::fault));

    private static Optional<String> summaryIn(String content) {
        Matcher block = BLOCK.matcher(content.strip());
        try {
            JsonNode answer = JSON.readTree(block.matches() ? block.group(1) : content);
            boolean asAsked = answer.isObject()
                    && answer.size() == 1
                    && answer.path("summary").isTextual();
            return asAsked ? Optional.of(answer.get("summary").textValue()) : Optional.empty();
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }

    /** Never longer than the source, nor than a reader wants; never so short that it tells nothing. */
    private static Optional<String> length(String summary, String source) {
        int words = Length.inWords(summary);
        int given = Length.inWords(SPACE.matcher(source).replaceAll(" "));
        int least = Math.min(Limits.FEWEST_WORDS, given / 3);
        int most = Math.min(Limits.MOST_WORDS, given);
        return words >= least && words <= most
                ? Optional.empty()
                : Optional.of("it has %d words; expected %d to %d".formatted(words, least, most));
    }
}
