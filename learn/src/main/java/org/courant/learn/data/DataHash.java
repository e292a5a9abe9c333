package org.courant.learn.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a model was trained on, as a hash. */
final class DataHash {
    private DataHash() {}

    static String of(List<LabelledPaper> papers) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (LabelledPaper paper : papers) {
                for (String part : List.of(paper.id(), paper.title(), paper.body(), String.join(",", paper.labels()))) {
                    hash.update(part.getBytes(StandardCharsets.UTF_8));
                    hash.update((byte) 0);
                }
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
