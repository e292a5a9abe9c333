package org.courant.lab.faults.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes what feeds publish, from a seed: the n-th publication is the same in every run. One in seven is the same work
 * as an earlier one, in another feed; one in eleven is a new version of an earlier one; one in thirteen quotes an
 * earlier one nearly word for word; one in seventeen has a text of a kind that regular expressions have failed at.
 */
final class Newsroom {
    private static final Instant FIRST = Instant.parse("2026-03-02T06:00:00Z");

    /** Long runs of one token, and openings that nothing closes. */
    private static final List<String> HOSTILE =
            List.of("1, ".repeat(2_000), "(".repeat(3_000), "a.b".repeat(3_000), "\\frac{1}{".repeat(1_000));

    private static final List<String> WORDS = List.of("""
            adaptive agent alignment attention benchmark bias calibration causal classifier clustering code
            compression consistency context contrastive corpus curriculum dataset decoding dense diffusion
            distillation domain embedding encoder entropy ensemble evaluation expert explanation fairness
            feature few finetuning forecasting generation generator gradient graph grounding hallucination
            hierarchy instruction interpretability kernel knowledge language latent layer learning
            likelihood memory mixture modality model multimodal negotiation network noise objective
            optimisation parser planning policy posterior preference pretraining probing prompt pruning
            quantisation query reasoning recall recurrent reinforcement representation retrieval reward
            robustness routing sampling scaling search segmentation sequence shift simulation sparse speech
            summary supervision symbolic teacher temporal token tool transfer transformer translation tree
            uncertainty variance vision vocabulary workflow
            """.strip().split("\\s+", -1));

    private final long seed;
    private final int feeds;
    private final List<Publication> all = new ArrayList<>();

    Newsroom(long seed, int feeds) {
        this.seed = seed;
        this.feeds = feeds;
    }

    /** The next publication. */
    Publication next() {
        int number = all.size();
        Random random = new Random(seed * 1_000_003 + number);
        Publication next = number % 11 == 10
                ? revision(all.get(number - 1 - random.nextInt(10)), number)
                : number % 7 == 6
                        ? sameWork(all.get(number - 1 - random.nextInt(6)), number)
                        : original(number, random);
        all.add(next);
        return next;
    }

    private Publication original(int number, Random random) {
        String text = number % 13 == 12 && number > 20
                ? all.get(number - 5).text() + " " + sentence(random)
                : number % 17 == 16
                        ? sentence(random) + " " + HOSTILE.get(number / 17 % HOSTILE.size()) + " " + sentence(random)
                        : paragraph(random);
        return new Publication(
                number % feeds,
                guid(number),
                phrase(random, 6) + " " + number,
                text,
                "https://papers.example.org/work/" + seed + "/" + number,
                time(number),
                false);
    }

    private Publication sameWork(Publication other, int number) {
        return new Publication(
                (other.feed() + 1) % feeds,
                guid(number),
                other.title(),
                other.text(),
                other.link(),
                time(number),
                false);
    }

    private Publication revision(Publication other, int number) {
        return new Publication(
                other.feed(),
                other.guid(),
                other.title() + " revised " + number,
                other.text() + " " + sentence(new Random(number)),
                other.link(),
                other.published(),
                true);
    }

    private String guid(int number) {
        return "item-%06d".formatted(number);
    }

    private static Instant time(int number) {
        // A new day after each 100, so that there are several editions.
        return FIRST.plusSeconds(number / 100 * 86_400L + number % 100 * 60L);
    }

    private static String paragraph(Random random) {
        StringBuilder text = new StringBuilder();
        int sentences = 5 + random.nextInt(4);
        for (int sentence = 0; sentence < sentences; sentence++) {
            text.append(sentence == 0 ? "" : " ").append(sentence(random));
        }
        return text.toString();
    }

    private static String sentence(Random random) {
        return "We study " + phrase(random, 5).toLowerCase(Locale.ROOT) + " for "
                + phrase(random, 4).toLowerCase(Locale.ROOT) + " and improve it by " + random.nextInt(90)
                + " percent.";
    }

    private static String phrase(Random random, int words) {
        StringBuilder phrase = new StringBuilder();
        for (int word = 0; word < words; word++) {
            String next = WORDS.get(random.nextInt(WORDS.size()));
            phrase.append(word == 0 ? Character.toUpperCase(next.charAt(0)) + next.substring(1) : " " + next);
        }
        return phrase.toString();
    }
}
