package org.courant.learn.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.courant.schemas.hash.Sha256;

/** What a model was trained on, as a hash. */
final class DataHash {
    private DataHash() {}

    static String of(List<LabelledPaper> papers) {
        MessageDigest hash = Sha256.start();
        for (LabelledPaper paper : papers) {
            for (String part : List.of(paper.id(), paper.title(), paper.body(), String.join(",", paper.labels()))) {
                hash.update(part.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }
}
