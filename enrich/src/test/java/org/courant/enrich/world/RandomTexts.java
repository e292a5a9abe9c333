package org.courant.enrich.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Texts and titles of works, written from chance: some are the same work in other words, some quote others, some are of
 * a series. So pairs match, are vetoed, or have nothing to do with each other.
 */
final class RandomTexts {
    private static final List<String> AUTHORS = List.of("Ada Lovelace", "Alan Turing", "Grace Hopper", "Kurt Gödel");

    private final Random random;
    private final List<List<String>> works = new ArrayList<>();

    RandomTexts(Random random, int count) {
        this.random = random;
        for (int i = 0; i < count; i++) {
            works.add(words(40 + random.nextInt(30)));
        }
    }

    /** A text that has much, little or nothing in common with others. */
    String text() {
        List<String> work = any();
        return switch (random.nextInt(8)) {
            case 0 -> String.join(" ", work.subList(0, work.size() * 6 / 10));
            case 1 -> String.join(" ", revised(work));
            case 2 -> String.join(" ", words(15)) + ". " + String.join(" ", work) + ". " + String.join(" ", words(15));
            case 3 -> String.join(" ", work) + ". " + String.join(" ", any());
            case 4 -> String.join(" ", words(6));
            default -> String.join(" ", work);
        };
    }

    String title() {
        String start = String.join(" ", any().subList(0, 5));
        return switch (random.nextInt(4)) {
            case 0 -> start + " " + (2020 + random.nextInt(3));
            case 1 -> start + " again";
            default -> start;
        };
    }

    List<String> authors() {
        List<String> authors = new ArrayList<>(AUTHORS);
        Collections.shuffle(authors, random);
        return authors.subList(0, random.nextInt(AUTHORS.size()));
    }

    private List<String> revised(List<String> work) {
        List<String> revised = new ArrayList<>(work);
        for (int i = 0; i < work.size() / 12; i++) {
            revised.set(random.nextInt(work.size()), word());
        }
        return revised;
    }

    private List<String> any() {
        return works.get(random.nextInt(works.size()));
    }

    private List<String> words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word());
        }
        return words;
    }

    private String word() {
        return "w" + Integer.toString(random.nextInt(20_000), 36);
    }
}
