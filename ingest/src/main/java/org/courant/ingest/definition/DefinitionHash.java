package org.courant.ingest.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.courant.schemas.Source;

/** Tells whether a definition, or what it reads, is still the one that a cursor was written under. */
public final class DefinitionHash {
    private DefinitionHash() {}

    /** SHA-256 in hexadecimal over the whole definition. */
    public static String of(Source source) {
        String text = String.join(
                "\n",
                source.getId(),
                target(source),
                source.getSourceKind().name(),
                source.getName(),
                source.getPolitenessGroup(),
                String.valueOf(source.getPollIntervalMillis()),
                String.valueOf(source.getAllowPrivateAddresses()),
                String.valueOf(source.getEnabled()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** What is read: connector, address and options. Validators and high-water marks hold for one target only. */
    public static String target(Source source) {
        return source.getConnector() + " " + source.getUrl() + " " + new TreeMap<>(source.getOptions());
    }
}
