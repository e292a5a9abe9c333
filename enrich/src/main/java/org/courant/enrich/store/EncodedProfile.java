package org.courant.enrich.store;

import java.nio.ByteBuffer;
import org.courant.enrich.record.Profile;

/** Profiles as descriptors carry them: passed on and stored as they are, and decoded only where two are compared. */
public final class EncodedProfile {
    private static final RecordSerde<Profile> PROFILES = RecordSerde.of(Profile.class);

    private EncodedProfile() {}

    public static ByteBuffer of(Profile profile) {
        return ByteBuffer.wrap(PROFILES.encode(profile));
    }

    public static Profile decode(ByteBuffer encoded) {
        byte[] bytes = new byte[encoded.remaining()];
        encoded.duplicate().get(bytes);
        return PROFILES.decode(bytes);
    }
}
