package org.courant.enrich.summarise;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells by fixed phrases and by the place in the text what each sentence is for. */
final class Roles {
    /** "We" and a verb of which people at large are not the subject, or the work by its name. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?<!\\b(?:if|when|how|as|where|way|what|unless|because|until|before|once) )\\b(?:we|i) (?!(?:can|could|often|need|want|know|live|see|have|are|do|humans|might|must|should|all|now|as|expect|rely"
                    + "|face|interact|communicate|perceive|understand|speak|think|act|experience|encounter|usually|typically|cannot|may|will"
                    + "|would|still|tend|make|get|observe|look|consume|search|trust|read|write|believe|say|talk|move|feel)\\b)[a-z]"
                    + "|\\bthis (?:paper|work|study|article|survey|thesis|report|research|position paper|tutorial|review|post|"
                    + "technical report|project)\\b|\\bthe (?:present|proposed|paper|article|authors?)\\b"
                    + "|\\bour (?:work|paper|study|method|approach|framework|goal|aim|contribution|research|model|system|main)\\b"
                    + "|\\b(?:is|are) (?:proposed|introduced|presented)\\b");

    private static final Pattern RESULT = Pattern.compile(
            "\\bexperiment|\\bresults?\\b|\\boutperform|\\bachiev|\\bsurpass|\\bimprov(?:es|ed|ement|ing)\\b|state-of-the-art|\\bevaluation"
                    + "|\\bempirical|\\bfindings?\\b|\\bwe (?:find|found|show|observe|demonstrate|prove)\\b|\\\\?%|\\baccuracy\\b"
                    + "|\\breduc(?:es|ed|ing|tion)\\b|\\breveal|\\bf1\\b");
    private static final Pattern SIGNIFICANCE = Pattern.compile(
            "\\bsuggest|\\bhighlight|\\bimplication|\\bpav(?:e|es|ing) the way|\\bunderscor|\\bpotential\\b|\\bstep (?:toward|forward)"
                    + "|\\binsight|\\bfoundation (?:for|of)|\\bopen(?:s|ing)? (?:up |new )|\\bestablish|\\bpromising|\\bpractical"
                    + "|\\bdemonstrat\\w+ (?:that|the)|\\bimportan(?:t|ce)|\\benabl(?:es|ing)|\\bfuture\\b|\\bcontribut|\\bbridg");
    private static final Pattern ASKED = Pattern.compile(
            "\\?|\\bi(?:'m| am|’m)? (?:want|need|try|trying|looking|wonder|wondering|would like|am trying|have a (?:question|problem))"
                    + "|\\bhow (?:do|can|to)\\b|\\bis there\\b|\\bproblem\\b|\\bi'd like|\\bannounc|\\brelease");
    private static final Pattern OUTCOME =
            Pattern.compile("\\berror|\\bbut\\b|\\bfail|\\bdoes ?n.t\\b|\\bnot work|\\bcrash|\\bunfortunately"
                    + "|\\bexception|\\binstead\\b|\\bonly\\b|\\bcannot\\b|\\bcan.t\\b");
    private static final Pattern ANSWERED =
            Pattern.compile("^(?:edit|update|solution|answer|solved)\\b|\\bsolved\\b|\\bthe (?:fix|solution|answer|"
                    + "trick|problem was|issue was)\\b|\\bturn(?:s|ed) out\\b|\\bworks now\\b|\\bfixed\\b");

    private Roles() {}

    /** Of an abstract: what stands before the first word about the work itself is background. */
    static List<Role> ofAbstract(List<String> sentences) {
        List<String> folded = folded(sentences);
        int first = IntStream.range(0, folded.size())
                .filter(i -> ANNOUNCED.matcher(folded.get(i)).find())
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

    private static Role later(String sentence, int fromTheEnd) {
        if (fromTheEnd <= 2 && SIGNIFICANCE.matcher(sentence).find() && sentence.indexOf('%') < 0) {
            return Role.SIGNIFICANCE;
        }
        return RESULT.matcher(sentence).find() ? Role.RESULT : Role.METHOD;
    }

    private static Role inPost(String sentence) {
        if (ANSWERED.matcher(sentence).find()) {
            return Role.SIGNIFICANCE;
        }
        if (ASKED.matcher(sentence).find()) {
            return Role.CONTRIBUTION;
        }
        return OUTCOME.matcher(sentence).find() ? Role.RESULT : Role.METHOD;
    }

    private static List<String> folded(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.toLowerCase(Locale.ROOT))
                .toList();
    }
}
