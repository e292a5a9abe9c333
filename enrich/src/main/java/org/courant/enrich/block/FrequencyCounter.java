package org.courant.enrich.block;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.courant.schemas.hash.Sha256;

/** Counts in how many documents each shingle stands. Needs some hundred bytes of memory per shingle: a tool's class. */
public final class FrequencyCounter {
    private final Map<Long, Integer> documentsWith = new HashMap<>();
    private final MessageDigest inputs = Sha256.start();
    private int documents;

    /** Counts one document; the caller sees to it that none is counted twice. */
    public void add(String text) {
        documents++;
        inputs.update(text.getBytes(StandardCharsets.UTF_8));
        inputs.update((byte) 0);
        for (long shingle : Shingles.of(text)) {
            documentsWith.merge(shingle, 1, Integer::sum);
        }
    }

    /** The table of the shingles in at least so many documents. Ends the counting. */
    public FrequencyTable table(int threshold) {
        long[] common = documentsWith.entrySet().stream()
                .filter(entry -> entry.getValue() >= threshold)
                .mapToLong(Map.Entry::getKey)
                .toArray();
        String hash = HexFormat.of().formatHex(inputs.digest());
        return new FrequencyTable(
                new FrequencyTable.Header(FrequencyTable.Header.VERSION, documents, threshold, hash), common);
    }
}
