package org.courant.enrich.summarise;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.courant.schemas.text.LowerCase;

/**
 * Tells by fixed phrases and by the place in the text what each sentence is for. Phrases are looked up as they stand,
 * with a space in front: a search for many alternatives at once was most of the time that a summary took.
 */
final class Roles {
    /** "We" and a verb of which people at large are not the subject. */
    private static final Pattern WE_ANNOUNCE = Pattern.compile(
            "(?<!\\b(?:if|when|how|as|where|way|what|unless|because|until|before|once) )\\b(?:we|i) (?!(?:can|could|often|need|want"
                    + "|know|live|see|have|are|do|humans|might|must|should|all|now|as|expect|rely|face|interact|communicate|perceive"
                    + "|understand|speak|think|act|experience|encounter|usually|typically|cannot|may|will|would|still|tend|make|get"
                    + "|observe|look|consume|search|trust|read|write|believe|say|talk|move|feel)\\b)[a-z]");

    /** The work by its name. */
    private static final List<String> WORK = List.of(
            " this paper",
            " this work",
            " this study",
            " this article",
            " this survey",
            " this thesis",
            " this report",
            " this research",
            " this position paper",
            " this tutorial",
            " this review",
            " this post",
            " this technical report",
            " this project",
            " the present ",
            " the proposed ",
            " the paper",
            " the article",
            " the author",
            " our work",
            " our paper",
            " our study",
            " our method",
            " our approach",
            " our framework",
            " our goal",
            " our aim",
            " our contribution",
            " our research",
            " our model",
            " our system",
            " our main",
            " is proposed",
            " is introduced",
            " is presented",
            " are proposed",
            " are introduced",
            " are presented");

    private static final List<String> RESULT = List.of(
            " experiment",
            " result",
            " outperform",
            " achiev",
            " surpass",
            " improves",
            " improved",
            " improvement",
            " improving",
            "state-of-the-art",
            " evaluation",
            " empirical",
            " finding",
            " we find",
            " we found",
            " we show",
            " we observe",
            " we demonstrate",
            " we prove",
            "%",
            " accuracy",
            " reduces",
            " reduced",
            " reducing",
            " reduction",
            " reveal",
            " f1 ");
    private static final List<String> SIGNIFICANCE = List.of(
            " suggest",
            " highlight",
            " implication",
            " pave the way",
            " paves the way",
            " paving the way",
            " underscor",
            " potential",
            " step toward",
            " step forward",
            " insight",
            " foundation for",
            " foundation of",
            " opens ",
            " opening ",
            " establish",
            " promising",
            " practical",
            " demonstrates that",
            " demonstrate that",
            " importan",
            " enabl",
            " future",
            " contribut",
            " bridg");
    private static final List<String> ASKED = List.of(
            "?",
            " i want",
            " i need",
            " i try",
            " i'm trying",
            " i am trying",
            " i’m trying",
            " looking for",
            " i wonder",
            " wondering",
            " i would like",
            " i'd like",
            " i’d like",
            " have a question",
            " have a problem",
            " how do ",
            " how can ",
            " how to ",
            " is there ",
            " problem",
            " announc",
            " release");
    private static final List<String> OUTCOME = List.of(
            " error",
            " but ",
            " fail",
            " doesn't",
            " doesn’t",
            " does not",
            " not work",
            " crash",
            " unfortunately",
            " exception",
            " instead",
            " only ",
            " cannot",
            " can't",
            " can’t");
    private static final List<String> ANSWERED = List.of(
            " edit:",
            " update:",
            " solution",
            " answer:",
            " solved",
            " the fix ",
            " the answer",
            " the trick ",
            " the problem was",
            " the issue was",
            " turns out",
            " turned out",
            " works now",
            " fixed");

    private Roles() {}

    /** Of an abstract: what stands before the first word about the work itself is background. */
    static List<Role> ofAbstract(List<String> sentences) {
        List<String> folded = folded(sentences);
        int first = IntStream.range(0, folded.size())
                .filter(i -> announces(folded.get(i)))
                .findFirst()
                .orElse(-1);
        return IntStream.range(0, folded.size())
                .mapToObj(i -> i < first
                        ? Role.BACKGROUND
                        : i == Math.max(first, 0) ? Role.CONTRIBUTION : later(folded.get(i), folded.size() - i))
                .toList();
    }

    /** Of a post: the question or the news, what was tried, what came of it, the answer. */
    static List<Role> ofPost(List<String> sentences) {
        return folded(sentences).stream().map(Roles::inPost).toList();
    }

    private static boolean announces(String sentence) {
        boolean first = sentence.contains(" we ") || sentence.contains(" i ");
        return has(WORK, sentence) || (first && WE_ANNOUNCE.matcher(sentence).find());
    }

    private static Role later(String sentence, int fromTheEnd) {
        if (fromTheEnd <= 2 && sentence.indexOf('%') < 0 && has(SIGNIFICANCE, sentence)) {
            return Role.SIGNIFICANCE;
        }
        return has(RESULT, sentence) ? Role.RESULT : Role.METHOD;
    }

    private static Role inPost(String sentence) {
        if (has(ANSWERED, sentence)) {
            return Role.SIGNIFICANCE;
        }
        if (has(ASKED, sentence)) {
            return Role.CONTRIBUTION;
        }
        return has(OUTCOME, sentence) ? Role.RESULT : Role.METHOD;
    }

    private static boolean has(List<String> phrases, String sentence) {
        for (String phrase : phrases) {
            if (sentence.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> folded(List<String> sentences) {
        return sentences.stream().map(sentence -> " " + LowerCase.of(sentence)).toList();
    }
}
