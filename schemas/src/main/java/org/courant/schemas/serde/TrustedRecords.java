package org.courant.schemas.serde;

import org.apache.avro.generic.GenericContainer;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro which classes it may instantiate by name: its own defaults and the records of Courant, nothing else. Avro
 * asks for this since CVE-2024-47561; the setting is Avro's own and one per JVM.
 */
public final class TrustedRecords {
    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), TrustedRecords::isRecordOfCourant));
    }

    private TrustedRecords() {}

    /** Makes sure that the records of Courant are trusted; call before Avro first meets one. */
    public static void trust() {
        // The static initialiser has done it, once.
    }

    private static boolean isRecordOfCourant(Class<?> type) {
        boolean record = GenericContainer.class.isAssignableFrom(type) || type.isEnum();
        return record && type.getPackageName().startsWith("org.courant.");
    }
}
