package org.courant.enrich.classify.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of {@link WordVectors}: a mark, the number of words and of dimensions, the centre as floats, then for each
 * word its text, its weight in sixteenths and its vector, one byte a dimension.
 */
public final class WordVectorsFile {
    private static final String SHIPPED = "words.vectors";
    private static final int MARK = 0x43575631;
    private static final double WEIGHT_STEP = 1 / 16.0;

    private WordVectorsFile() {}

    /** One word of the table. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
    public record Row(String word, int sixteenths, byte[] vector) {}

    /** The table that ships with Courant. */
    public static WordVectors shipped() {
        try (InputStream file = WordVectorsFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the jar; build it again");
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WordVectors read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(file));
        if (in.readInt() != MARK) {
            throw new IOException("this is no file of word vectors");
        }
        int count = in.readInt();
        double[] centre = new double[in.readInt()];
        for (int i = 0; i < centre.length; i++) {
            centre[i] = in.readFloat();
        }
        List<String> words = new ArrayList<>(count);
        byte[][] vectors = new byte[count][centre.length];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            words.add(in.readUTF());
            weights[i] = in.readUnsignedByte() * WEIGHT_STEP;
            in.readFully(vectors[i]);
        }
        return new WordVectors(words, vectors, weights, centre);
    }

    /** Writes a table; the rows in the order given. */
    public static void write(List<Row> rows, double[] centre, OutputStream file) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(MARK);
        out.writeInt(rows.size());
        out.writeInt(centre.length);
        for (double value : centre) {
            out.writeFloat((float) value);
        }
        for (Row row : rows) {
            out.writeUTF(row.word());
            out.writeByte(Math.min(255, row.sixteenths()));
            out.write(row.vector());
        }
        out.flush();
    }
}
