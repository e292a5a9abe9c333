package org.courant.enrich.pair;

import java.nio.ByteBuffer;
import org.courant.enrich.record.Profile;
import org.courant.enrich.store.RecordSerde;

/**
 * Profiles as sketches carry them: encoded once for all partitions, passed on and stored as they are, and decoded only
 * where two are compared.
 */
final class EncodedProfile {
    private static final RecordSerde<Profile> PROFILES = RecordSerde.of(Profile.class);

    private EncodedProfile() {}

    static ByteBuffer of(Profile profile) {
        return ByteBuffer.wrap(PROFILES.encode(profile));
    }

    static Profile decode(ByteBuffer encoded) {
        byte[] bytes = new byte[encoded.remaining()];
        encoded.duplicate().get(bytes);
        return PROFILES.decode(bytes);
    }
}
