package org.courant.enrich.block;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Unsigned numbers in as many groups of seven bits as they need, the lowest first, as Avro and protobuf write them. */
final class VariableLength {
    private VariableLength() {}

    static void write(DataOutput out, int number) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static int read(DataInput in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte group = in.readByte();
            number |= (group & 0x7F) << shift;
            if (group >= 0) {
                return number;
            }
        }
        throw new IOException("a number of more than 32 bits");
    }
}
