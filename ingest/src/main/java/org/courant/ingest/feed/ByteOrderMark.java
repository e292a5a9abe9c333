package org.courant.ingest.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the first bytes of a document say about its charset (XML 1.0, appendix F).
 *
 * @param length how many of them are the mark and not the document
 */
record ByteOrderMark(Charset charset, int length) {
    private static final Charset EBCDIC = Charset.forName("IBM037");

    private record Signature(List<Integer> bytes, Charset charset, int length) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature(List.of(0x00, 0x00, 0xfe, 0xff), Charset.forName("UTF-32BE"), 4),
            new Signature(List.of(0xff, 0xfe, 0x00, 0x00), Charset.forName("UTF-32LE"), 4),
            new Signature(List.of(0xef, 0xbb, 0xbf), StandardCharsets.UTF_8, 3),
            new Signature(List.of(0xfe, 0xff), StandardCharsets.UTF_16BE, 2),
            new Signature(List.of(0xff, 0xfe), StandardCharsets.UTF_16LE, 2),
            new Signature(List.of(0x00, 0x00, 0x00, 0x3c), Charset.forName("UTF-32BE"), 0),
            new Signature(List.of(0x3c, 0x00, 0x00, 0x00), Charset.forName("UTF-32LE"), 0),
            new Signature(List.of(0x00, 0x3c, 0x00), StandardCharsets.UTF_16BE, 0),
            new Signature(List.of(0x3c, 0x00), StandardCharsets.UTF_16LE, 0),
            new Signature(List.of(0x4c, 0x6f, 0xa7, 0x94), EBCDIC, 0));

    static Optional<ByteOrderMark> of(byte[] document) {
        return SIGNATURES.stream()
                .filter(signature -> begins(document, signature.bytes()))
                .findFirst()
                .map(signature -> new ByteOrderMark(signature.charset(), signature.length()));
    }

    private static boolean begins(byte[] document, List<Integer> bytes) {
        if (document.length < bytes.size()) {
            return false;
        }
        byte[] start = Arrays.copyOf(document, bytes.size());
        for (int i = 0; i < start.length; i++) {
            if ((start[i] & 0xff) != bytes.get(i)) {
                return false;
            }
        }
        return true;
    }
}
