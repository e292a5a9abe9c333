package org.courant.enrich.block;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Which shingles are common. They say nothing about whether two texts are the same and would only make blocks large, so
 * they are left out of fingerprints and block keys. The table is part of the product and not learned from the stream:
 * what an item is compared by must not depend on what arrived before it.
 *
 * <p>It keeps the upper 32 bits of a shingle's hash. One rare shingle in 2^32 / size is taken for a common one, the
 * same one in every text.
 */
public final class FrequencyTable {
    private static final String SHIPPED = "frequencies.bin";
    private static final int MAGIC = 0x43465154;
    private static final int MAX_SIZE = 1 << 22;
    private static final int BUCKET_BITS = 16;

    private final Header header;
    private final int[] common;
    private final int[] buckets;

    /**
     * Where a table comes from.
     *
     * @param version version of the format and of the shingles it counts; another one is refused
     * @param documents number of documents that were counted
     * @param threshold a shingle in at least so many documents is common
     * @param inputs SHA-256 over the counted texts, hexadecimal
     */
    public record Header(int version, int documents, int threshold, String inputs) {
        static final int VERSION = 1;
    }

    /** A table of the common ones among shingles, given by their hashes. */
    FrequencyTable(Header header, long[] common) {
        this(
                header,
                Arrays.stream(common)
                        .mapToInt(FrequencyTable::upper)
                        .sorted()
                        .distinct()
                        .toArray());
    }

    private FrequencyTable(Header header, int[] common) {
        this.header = header;
        this.common = common;
        this.buckets = buckets(common);
    }

    /** A table that calls nothing common. */
    public static FrequencyTable empty() {
        return new FrequencyTable(new Header(Header.VERSION, 0, 1, ""), new int[0]);
    }

    /** The table that ships with the product. */
    public static FrequencyTable shipped() {
        try (InputStream in = FrequencyTable.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + SHIPPED);
            }
            return read(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(SHIPPED + " of this build cannot be read", broken);
        }
    }

    /** Reads what {@link #write} writes. */
    public static FrequencyTable read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        if (in.readInt() != MAGIC) {
            throw new IOException("this is no frequency table");
        }
        Header header = new Header(in.readInt(), in.readInt(), in.readInt(), in.readUTF());
        int size = in.readInt();
        if (header.version() != Header.VERSION || size < 0 || size > MAX_SIZE) {
            throw new IOException("a frequency table of version " + header.version() + " with " + size
                    + " shingles; this build reads version " + Header.VERSION + " with at most " + MAX_SIZE);
        }
        int[] common = new int[size];
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            last += VariableLength.read(in);
            common[i] = last;
        }
        return new FrequencyTable(header, common);
    }

    /** Writes the header and the shingles, each as its distance from the one before. */
    public void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeInt(header.version());
        out.writeInt(header.documents());
        out.writeInt(header.threshold());
        out.writeUTF(header.inputs());
        out.writeInt(common.length);
        int last = Integer.MIN_VALUE;
        for (int shingle : common) {
            VariableLength.write(out, shingle - last);
            last = shingle;
        }
        out.flush();
    }

    public Header header() {
        return header;
    }

    /** Number of common shingles. */
    public int size() {
        return common.length;
    }

    /** Whether a shingle, given by its hash, is common. */
    public boolean isCommon(long shingle) {
        int upper = upper(shingle);
        int bucket = bucket(upper);
        for (int i = buckets[bucket]; i < buckets[bucket + 1]; i++) {
            if (common[i] == upper) {
                return true;
            }
        }
        return false;
    }

    private static int upper(long shingle) {
        return (int) (shingle >>> 32);
    }

    /** Buckets in the order of signed numbers, as the shingles are sorted. */
    private static int bucket(int upper) {
        return (upper ^ Integer.MIN_VALUE) >>> (Integer.SIZE - BUCKET_BITS);
    }

    private static int[] buckets(int[] common) {
        int[] starts = new int[(1 << BUCKET_BITS) + 1];
        for (int shingle : common) {
            starts[bucket(shingle) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        return starts;
    }
}
