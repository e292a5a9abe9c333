package org.courant.cli.evaluate.summaries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.courant.enrich.summarise.Telling;

/**
 * Whether summaries can be read without their sources, by rules of its own: it knows which sentences were told, not
 * why.
 *
 * @param summaries how many there are
 * @param endingInBackground summaries whose last sentence stands before the first one of the source about the work
 * @param pointers the first sentence of each summary that points to one left out
 * @param loseEveryFigure papers with figures in the abstract and none in the summary
 */
record Coherence(int summaries, int endingInBackground, List<Pointer> pointers, List<String> loseEveryFigure) {
    static final String RULE =
            "Points to a sentence left out: the sentence before it in the source does not stand before"
                    + " it, and it begins with a pronoun, \"such\", \"both\", \"other\" or a connective, has a pronoun among its first five words, or holds \"this\", \"these\","
                    + " \"those\" or \"such\" before a noun that is not the paper itself. Hits:";

    /** A sentence that points to one left out, with its paper. */
    record Pointer(String id, String sentence) {}

    private static final Pattern BEGINS = Pattern.compile(
            "(?:(?:This|That|These|Those|Such)\\b(?! (?:paper|work|study|article|survey|thesis|report|research|position|tutorial"
                    + "|review|project|technical|results?|findings|experiments)\\b)|(?:They|It|Its|Their|Both|Neither|Each|He|She"
                    + "|Other|Another|However|But|Therefore|Thus|Hence|Moreover|Furthermore|Instead(?! of)|Consequently|Nevertheless)\\b"
                    + "(?! (?:is|has been|remains) (?:well|widely|known|important|crucial|essential|often|common|challenging|difficult"
                    + "|unclear))|The (?:former|latter|same|other|resulting)\\b|(?:\\S+ ){1,4}(?:it|its|they|their|them)\\b)");
    private static final Pattern HOLDS = Pattern.compile(
            "\\b(?:this|these|such)\\b(?! (?:paper|work|study|article|survey|thesis|report|research|position|tutorial|review|post"
                    + "|project|technical|https?|as|that|an?)\\b)|\\bthose\\b(?! (?:of|that|who|which|with|without|in|from|on|for|by"
                    + "|obtained|using|used|whose|where|produced|based|trained|generated|seen|not|most|requiring|achieved)\\b)");
    private static final Pattern WORK = Pattern.compile(
            "\\b(?:[Ww]e|[Oo]ur|I|(?:[Tt]his|[Tt]he|[Tt]he present) (?:paper|work|study|article|survey|thesis|report|research"
                    + "|authors?))\\b");
    private static final Pattern FIGURE =
            Pattern.compile("\\d\\s?(?:\\\\?%|\\$?\\\\times|x\\b|×|points\\b|percent)|(?<![\\p{L}\\d.,-])\\d+\\.\\d");

    static Coherence of(List<Abstract> abstracts, List<Telling> tellings) {
        int endingInBackground = 0;
        List<Pointer> pointers = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < tellings.size(); i++) {
            String id = abstracts.get(i).id();
            Telling telling = tellings.get(i);
            endingInBackground += endsInBackground(telling) ? 1 : 0;
            for (int told = 0; told < telling.told().size(); told++) {
                if (pointsToNothing(telling, told)) {
                    pointers.add(new Pointer(id, telling.told().get(told)));
                    break;
                }
            }
            boolean figures = telling.source().stream().anyMatch(Coherence::hasFigure);
            if (figures && !hasFigure(telling.text())) {
                lost.add(id);
            }
        }
        return new Coherence(tellings.size(), endingInBackground, pointers, lost);
    }

    /** In percent. */
    double endInBackground() {
        return 100.0 * endingInBackground / Math.max(1, summaries);
    }

    /** In percent. */
    double pointToNothing() {
        return 100.0 * pointers.size() / Math.max(1, summaries);
    }

    private static boolean endsInBackground(Telling telling) {
        if (telling.chosen().isEmpty()) {
            return false;
        }
        int last = telling.chosen().get(telling.chosen().size() - 1);
        return telling.source().subList(0, last + 1).stream()
                        .noneMatch(sentence -> WORK.matcher(sentence).find())
                && telling.source().stream()
                        .anyMatch(sentence -> WORK.matcher(sentence).find());
    }

    private static boolean pointsToNothing(Telling telling, int told) {
        int index = telling.chosen().get(told);
        boolean follows = index == 0 || (told > 0 && telling.chosen().get(told - 1) == index - 1);
        String sentence = telling.told().get(told);
        // What "the authors" stands before is theirs, and a "they" that the source does not have is the voice's.
        boolean narrator = sentence.startsWith("The authors")
                || (sentence.startsWith("The") && !telling.source().get(index).contains(word(sentence)));
        return !follows
                && ((BEGINS.matcher(sentence).lookingAt() && !narrator)
                        || HOLDS.matcher(sentence).find());
    }

    private static String word(String sentence) {
        int end = sentence.indexOf(' ');
        return end < 0 ? sentence : sentence.substring(0, end);
    }

    private static boolean hasFigure(String text) {
        return FIGURE.matcher(text).find();
    }
}
