package org.courant.cli.evaluate.dedup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.courant.cli.corpus.Paper;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Profile;

/** Processor time of this thread, and bytes, for each paper. Both loops run once before they count. */
final class Cost {
    private static final String PART = "cost";
    private static final int SAMPLE = 4_000;
    private static final int COMPARED_WITH = 25;
    private static final double NANOS = 1_000.0;

    private final Profiles profiles;

    Cost(Profiles profiles) {
        this.profiles = profiles;
    }

    Findings measure(List<Paper> papers) {
        List<Delivery> deliveries =
                papers.stream().limit(SAMPLE).map(Deliveries::named).toList();
        List<Profile> works = deliveries.stream().map(profiles::of).toList();
        double profileMicros = micros(() -> profile(deliveries), deliveries.size());
        double comparisonMicros = micros(() -> compare(works), Math.max(1, works.size() * COMPARED_WITH));
        return Findings.of(
                        Measure.told(PART, "µs of CPU for profile and keys", profileMicros),
                        Measure.told(PART, "µs of CPU for a comparison", comparisonMicros))
                .and(sizes(
                        "bytes of a profile",
                        works.stream().mapToInt(Cost::bytes).toArray()))
                .and(sizes(
                        "block keys",
                        works.stream()
                                .mapToInt(work -> BlockKeys.of(work).length)
                                .toArray()))
                .and(sizes(
                        "bytes of a fingerprint",
                        works.stream()
                                .mapToInt(work -> work.getFingerprint().remaining())
                                .toArray()));
    }

    private long profile(List<Delivery> deliveries) {
        return deliveries.stream()
                .mapToLong(delivery -> BlockKeys.of(profiles.of(delivery)).length)
                .sum();
    }

    private static long compare(List<Profile> works) {
        PairRules rules = new PairRules(Thresholds.DEFAULT);
        long matches = 0;
        for (int i = 0; i < works.size(); i++) {
            for (int j = 1; j <= COMPARED_WITH; j++) {
                Comparison comparison = rules.compare(works.get(i), works.get((i + j) % works.size()));
                matches += comparison instanceof Comparison.Match ? 1 : 0;
            }
        }
        return matches;
    }

    private static double micros(Runnable work, int times) {
        work.run();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / NANOS / times;
    }

    private static int bytes(Profile profile) {
        try {
            return Profile.getEncoder().encode(profile).remaining();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }

    private static Findings sizes(String name, int[] sizes) {
        Arrays.sort(sizes);
        double mean = Arrays.stream(sizes).average().orElse(0);
        int high = sizes.length == 0 ? 0 : sizes[(int) (sizes.length * 0.99)];
        return Findings.of(
                Measure.told(PART, name + ", mean", mean), Measure.told(PART, name + ", 99th percentile", high));
    }
}
