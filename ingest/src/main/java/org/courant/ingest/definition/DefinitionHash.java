package org.courant.ingest.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import org.courant.schemas.Source;
import org.courant.schemas.hash.Sha256;

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
        MessageDigest digest = Sha256.start();
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What is read: connector, address and options. Validators and high-water marks hold for one target only. */
    public static String target(Source source) {
        return source.getConnector() + " " + source.getUrl() + " " + new TreeMap<>(source.getOptions());
    }
}
