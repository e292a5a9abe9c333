package org.courant.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads JSON of bounded depth and size, whose bytes may be broken UTF-8. */
public final class SafeJson {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_STRING = 16 * 1024 * 1024;
    private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .build())
                    // Messages would otherwise quote the document.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .readerFor(JsonNode.class);

    private SafeJson() {}

    /** The value that a document is. */
    public static JsonNode read(byte[] document) throws JsonProcessingException {
        ByteOrderMark mark = ByteOrderMark.of(document).orElse(new ByteOrderMark(StandardCharsets.UTF_8, 0));
        Charset charset = mark.charset();
        return read(new String(document, mark.length(), document.length - mark.length(), charset));
    }

    /**
     * What a value says as text; nothing for null, which Jackson would spell out, and for what is no text or number.
     */
    public static String text(JsonNode value) {
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    /** The value that a text is. */
    public static JsonNode read(String text) throws JsonProcessingException {
        return READER.readTree(text);
    }
}
