package org.courant.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.courant.schemas.hash.Sha256;

/**
 * What tells two versions of a record apart, whichever field differs.
 *
 * @param sha256 over the record in Avro's binary encoding, in hexadecimal
 * @param bytes size of that encoding
 */
public record Fingerprint(String sha256, int bytes) {
    public static Fingerprint of(SpecificRecordBase record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new SpecificDatumWriter<SpecificRecordBase>(record.getSchema(), record.getSpecificData())
                    .write(record, encoder);
            encoder.flush();
            byte[] digest = Sha256.start().digest(bytes.toByteArray());
            return new Fingerprint(HexFormat.of().formatHex(digest), bytes.size());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
    }
}
