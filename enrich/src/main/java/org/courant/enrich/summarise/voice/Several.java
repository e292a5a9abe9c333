package org.courant.enrich.summarise.voice;

import java.util.List;
import java.util.Set;

/** "We", "our" and "us" become "the authors" and "their"; verbs agree as they are. */
final class Several {
    private static final String NAME = "the authors";

    /** Nouns that are the work itself: "our method" is "the method". */
    private static final Set<String> WORK =
            Set.copyOf(List.of(("method methods approach approaches framework frameworks model models results"
                            + " result experiments experiment experimentation findings finding study studies analysis analyses work"
                            + " works evaluation evaluations system systems pipeline benchmark benchmarks dataset datasets algorithm"
                            + " algorithms technique techniques architecture solution solutions proposal paper code investigation"
                            + " observations observation contribution contributions strategy survey review theory design"
                            + " implementation understanding insight insights idea goal aim objective focus research methodology"
                            + " mechanism network loss data corpus agent agents attack defense tool toolkit library platform metric"
                            + " metrics baseline baselines conclusion conclusions discussion test tests theorem theorems bound bounds"
                            + " proof proofs training module modules estimator formulation simulations simulation policy procedure"
                            + " protocol scheme taxonomy hypothesis intuition motivation conjecture position exploration comparison"
                            + " ablation ablations validation assessment construction variant extension release submission entry")
                    .split(" ")));

    /** Nouns that are everybody's. */
    private static final Set<String> EVERYBODY = Set.of(
            "lives",
            "life",
            "world",
            "society",
            "societies",
            "daily",
            "everyday",
            "planet",
            "minds",
            "brains",
            "bodies",
            "senses",
            "time",
            "times",
            "surroundings",
            "ability",
            "universe",
            "ancestors",
            "health");

    private static final Set<String> RESEARCH =
            Set.copyOf(List.of(("propose present introduce show demonstrate find study investigate develop"
                            + " describe evaluate analyze analyse examine explore consider design argue aim address identify observe"
                            + " provide prove build conduct report use train focus compare establish formulate collect create offer"
                            + " release test apply derive define construct characterize ask seek revisit recommend now then first further also")
                    .split(" ")));
    /** Before "we" they make a question, which anybody may ask. */
    private static final Set<String> AUXILIARY = Set.of(
            "can", "could", "do", "did", "should", "would", "might", "must", "will", "are", "have", "may", "shall");

    private static final Set<String> ADVERBIAL = Set.of("all", "humans", "people", "both", "should", "must");

    private final WordTokens tokens;
    private final Edits edits;
    private final boolean background;
    private final boolean known;
    private final boolean named;

    /**
     * @param known whether the sentence before begins with the authors by name, so that "they" is them
     * @param named whether it begins with them at all, so that "their" is theirs
     */
    Several(WordTokens tokens, Edits edits, boolean background, boolean known, boolean named) {
        this.tokens = tokens;
        this.edits = edits;
        this.background = background;
        this.known = known;
        this.named = named;
    }

    /** Returns whether the sentence speaks in the plural at all. */
    boolean retell() {
        boolean found = false;
        for (int i = 0; i < tokens.words().size(); i++) {
            switch (tokens.at(i)) {
                case "we", "we're", "we've", "we'll" -> subject(i);
                case "our" -> possessive(i);
                case "us" -> object(i);
                case "ourselves" -> self(i);
                case "ours" -> own(i);
                default -> {
                    continue;
                }
            }
            found = true;
        }
        return found;
    }

    private void subject(int i) {
        String before = tokens.at(i - 1);
        boolean everybody = tokens.words().get(i).text().equals("WE")
                || ADVERBIAL.contains(tokens.at(i + 1))
                || (tokens.areAdjacent(i - 1) && (before.equals("how") || before.equals("way")))
                || (tokens.sentence().endsWith("?") && AUXILIARY.contains(before))
                || (background && !RESEARCH.contains(tokens.at(i + 1)));
        if (everybody) {
            return;
        }
        edits.subject(i, NAME, known);
        String ending = switch (tokens.at(i)) {
            case "we're" -> " are";
            case "we've" -> " have";
            case "we'll" -> " will";
            default -> "";
        };
        edits.append(i, ending);
    }

    private void possessive(int i) {
        String next = tokens.at(i + 1);
        boolean uppercase = tokens.words().get(i).text().equals("OUR");
        if (uppercase || EVERYBODY.contains(next)) {
            return;
        }
        if (edits.mentioned() || named) {
            edits.replace(i, "their");
        } else if (isWork(i) && !next.equals("own")) {
            edits.replace(i, "the");
        } else if (!background || next.equals("knowledge")) {
            edits.replace(i, NAME + "'");
            edits.mention();
        }
    }

    /** Whether the noun that "our" belongs to is the work: it stands within four words, before any other sign. */
    private boolean isWork(int i) {
        for (int j = i + 1; j <= i + 4 && tokens.areAdjacent(j - 1); j++) {
            String word = tokens.at(j);
            String noun = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
            if (WORK.contains(noun)) {
                return true;
            }
        }
        return false;
    }

    private void object(int i) {
        boolean country = !tokens.words().get(i).text().equals("us");
        if (!country && !background && !tokens.at(i - 1).equals("let")) {
            edits.replace(i, edits.mentioned() ? "them" : NAME);
            edits.mention();
        }
    }

    private void self(int i) {
        if (edits.mentioned()) {
            edits.replace(i, "themselves");
        }
    }

    private void own(int i) {
        if (edits.mentioned() && tokens.words().get(i).text().equals("ours")) {
            edits.replace(i, "theirs");
        }
    }
}
