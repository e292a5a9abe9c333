package org.courant.publish.feed.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document that the authors of the validator wrote to test one rule.
 *
 * @param file its name in the archive
 * @param event what is to be found in it
 * @param negated whether it is not to be found
 * @param params where, such as {@code parent:entry,element:id}
 */
record ValidatorCase(String file, String event, boolean negated, String params) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ValidatorCase read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            return new ValidatorCase(
                    json.path("file").asText(),
                    json.path("event").asText(),
                    json.path("negated").asBoolean(),
                    json.path("params").asText());
        } catch (JsonProcessingException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /** Where the document is said to have been. */
    String location() {
        return "http://www.feedvalidator.org/testcases/" + file;
    }

    boolean isMetBy(List<Finding> findings) {
        return findings.stream().anyMatch(this::isOf) != negated;
    }

    private boolean isOf(Finding finding) {
        return isOfEvent(finding)
                && param("element").map(finding::isAbout).orElse(true)
                && param("parent")
                        .map(parent -> parent.equals(finding.parent()) || parent.equals(finding.element()))
                        .orElse(true);
    }

    private boolean isOfEvent(Finding finding) {
        return switch (event) {
            case "Error" -> finding.isError();
            case "Warning" -> !finding.isPraise();
            default -> finding.event().equals(event);
        };
    }

    private Optional<String> param(String name) {
        Matcher param = Pattern.compile("(?:^|,)\\s*" + name + ":([^,]*)").matcher(params);
        return param.find() ? Optional.of(param.group(1)) : Optional.empty();
    }
}
