package org.courant.enrich.languagemodel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.courant.schemas.SummaryRequest;
import org.courant.schemas.hash.Sha256;

/**
 * What a summary depends on besides the text.
 *
 * @param model name of the model, as the endpoint knows it
 * @param prompt version of the prompt
 */
public record ModelVersion(String model, int prompt) {
    /** Stands before the name in {@code summarisedBy}, so that a reader can tell who wrote. */
    private static final String MARK = "model:";

    /** Key of the request and of its answer: hash of the text, version of the prompt, model. */
    public String key(SummaryRequest request) {
        return hash(request) + "/" + prompt + "/" + model;
    }

    /** The hash in a key. */
    public static String hashIn(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    /** Whether a key was made with this model and prompt. */
    public boolean made(String key) {
        return key.substring(hashIn(key).length()).equals("/" + prompt + "/" + model);
    }

    /** How entries name it, e.g. {@code model:llama3.1/prompt-1}. */
    public String summariser() {
        return MARK + model + "/prompt-" + prompt;
    }

    /** SHA-256, in hexadecimal, of all that the model is told, each text with its length before it. */
    private static String hash(SummaryRequest request) {
        MessageDigest sha256 = Sha256.start();
        for (String text : List.of(request.getSourceKind().name(), request.getTitle(), request.getBody())) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
