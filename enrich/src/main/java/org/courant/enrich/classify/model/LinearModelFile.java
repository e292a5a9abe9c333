package org.courant.enrich.classify.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.courant.enrich.classify.model.LinearModel.Blend;
import org.courant.schemas.hash.Sha256;
import org.courant.service.settings.InvalidSettings;
import org.jspecify.annotations.Nullable;

/**
 * The file of a {@link LinearModel}. It begins with lines that people read ({@code head}) up to an empty one: a mark,
 * then what the model says of itself. Buckets that are not used are left out.
 */
public final class LinearModelFile {
    private static final String SHIPPED = "sections.model";
    private static final String MARK = "Courant sections model 2";
    private static final double FREQUENCY_STEP = 1 / 16.0;

    private LinearModelFile() {}

    /**
     * A model and its file's fingerprint.
     *
     * @param fingerprint first eight hexadecimal digits of the SHA-256 of the file
     */
    public record Loaded(LinearModel model, String fingerprint) {
        /** Two files of the same bytes hold the same model. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Loaded loaded && fingerprint.equals(loaded.fingerprint);
        }

        @Override
        public int hashCode() {
            return fingerprint.hashCode();
        }
    }

    /** The model that ships with Courant. */
    public static Loaded shipped() {
        try (InputStream file = LinearModelFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the jar; build it again");
            }
            return parse(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A model that an operator has trained.
     *
     * @throws InvalidSettings if it cannot be read
     */
    public static Loaded read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new InvalidSettings(List.of(
                    "%s: cannot be read as a model (%s); write one with 'courant train sections' and name it in enrich.model"
                            .formatted(file, unreadable.getMessage())));
        }
    }

    /** Inverse document frequency as a file keeps it, so that a model that is measured is the one that is written. */
    public static double kept(double inverseFrequency) {
        return Math.min(255, Math.round(inverseFrequency / FREQUENCY_STEP)) * FREQUENCY_STEP;
    }

    private static Loaded parse(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(bytes)));
        if (!line(in).equals(MARK)) {
            throw new IOException("its first line is not '" + MARK + "'");
        }
        List<String> description = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            description.add(line);
        }
        return new Loaded(model(description, in), fingerprint(bytes));
    }

    private static LinearModel model(List<String> description, DataInputStream in) throws IOException {
        Blend blend = new Blend(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        int count = in.readUnsignedShort();
        int dimensions = in.readUnsignedShort();
        List<String> sections = new ArrayList<>();
        double[] steps = new double[count];
        double[] biases = new double[count];
        double[] trust = new double[count];
        float[][] vectorWeights = new float[count][dimensions];
        for (int section = 0; section < count; section++) {
            sections.add(in.readUTF());
            steps[section] = in.readDouble();
            biases[section] = in.readDouble();
            trust[section] = in.readDouble();
            for (int i = 0; i < dimensions; i++) {
                vectorWeights[section][i] = in.readFloat();
            }
        }
        double[] frequencies = new double[NgramCounts.BUCKETS];
        byte[] weights = new byte[NgramCounts.BUCKETS * count];
        for (int bucket = 0; bucket < frequencies.length; bucket++) {
            frequencies[bucket] = in.readUnsignedByte() * FREQUENCY_STEP;
            for (int section = 0; frequencies[bucket] > 0 && section < count; section++) {
                weights[bucket * count + section] = in.readByte();
            }
        }
        return new LinearModel(
                description,
                sections,
                new FeatureSpace(frequencies),
                weights,
                steps,
                vectorWeights,
                biases,
                trust,
                blend);
    }

    /** Writes a model; the same model gives the same bytes. */
    public static void write(LinearModel model, OutputStream file) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(whole);
        out.write((MARK + "\n" + String.join("\n", model.description()) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.writeDouble(model.blend().margin());
        out.writeDouble(model.blend().cue());
        out.writeDouble(model.blend().prototype());
        out.writeDouble(model.blend().slope());
        out.writeDouble(model.blend().offset());
        int count = model.sections().size();
        out.writeShort(count);
        out.writeShort(count == 0 ? 0 : model.vectorWeights()[0].length);
        for (int section = 0; section < count; section++) {
            out.writeUTF(model.sections().get(section));
            out.writeDouble(model.steps()[section]);
            out.writeDouble(model.biases()[section]);
            out.writeDouble(model.trust()[section]);
            for (float weight : model.vectorWeights()[section]) {
                out.writeFloat(weight);
            }
        }
        for (int bucket = 0; bucket < NgramCounts.BUCKETS; bucket++) {
            int kept = (int) Math.round(model.space().inverseFrequencies()[bucket] / FREQUENCY_STEP);
            out.writeByte(kept);
            for (int section = 0; kept > 0 && section < count; section++) {
                out.writeByte(model.weights()[bucket * count + section]);
            }
        }
        whole.writeTo(file);
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.write(next);
            if (line.size() > 10_000) {
                throw new IOException("a line of its beginning does not end");
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static String fingerprint(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.start().digest(bytes), 0, 4);
    }
}
