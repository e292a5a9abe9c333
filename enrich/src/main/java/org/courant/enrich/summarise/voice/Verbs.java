package org.courant.enrich.summarise.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verbs behind "I", so that they agree with another subject. A word that is not known here has no form. */
final class Verbs {
    private static final Set<String> PRESENT = Set.copyOf(List.of(
            ("accept achieve appreciate attach bind bring click compress crash create cut debug delete dig disable drag drop enable exit fix generate handle host ignore insert inspect install invoke launch link load log manage mention merge modify name notice open override parse paste pick plot press print process produce query quit reboot recall render reply resolve restart retrieve return rotate scale scroll skip sort spend stumble subclass subscribe swap toggle touch track transfer translate trigger tweak upload validate verify view wait walk watch accept achieve acknowledge add address adopt advocate agree aim analyse"
                            + " analyze apply argue ask assume attempt attend believe build call care change check choose claim clone"
                            + " collect combine come compare compile compute conclude configure conjecture connect consider construct"
                            + " convert copy create decide define demonstrate deploy derive describe design detail develop discuss"
                            + " download draw edit employ encounter enter establish estimate evaluate examine execute expect explain"
                            + " explore extend extract face feed feel figure find fine-tune finetune focus follow get give go guess"
                            + " happen hope identify illustrate implement import include initialize install intend introduce"
                            + " investigate keep know lack learn leave like live load look love make mean measure miss move need"
                            + " notice observe obtain offer open outline own pass perform plan play post prefer prepare present"
                            + " propose prove provide pull push realise realize receive recommend refer reject release rely"
                            + " remember remove replace report reproduce require review run save say search see seem select send set"
                            + " share show speculate start stay step still stop struggle study submit suggest suppose survey suspect"
                            + " switch take talk tell test think train try turn type understand update upgrade upload use visit want"
                            + " wish wonder work worry write")
                    .split(" ")));
    private static final Set<String> UNCHANGED =
            Set.copyOf(List.of(("can could will would shall should may might must did had can't cannot"
                            + " couldn't won't wouldn't shouldn't didn't hadn't was wasn't added became began bought broke brought"
                            + " built came caught chose did drew fed fell felt found gave got grew had heard held hit kept knew led"
                            + " left lost made meant met put ran read said sat saw sent shown spent stood stuck thought told took"
                            + " took understood went won wrote")
                    .split(" ")));
    private static final Map<String, String> ONE = Map.of(
            "am", "is", "have", "has", "do", "does", "don't", "doesn't", "haven't", "hasn't", "go", "goes", "'m", "is",
            "'ve", "has", "'ll", "will");
    private static final Map<String, String> MANY =
            Map.of("am", "are", "was", "were", "wasn't", "weren't", "'m", "are", "'ve", "have", "'ll", "will");
    private static final Set<String> ADVERBS = Set.of(
            "just",
            "also",
            "now",
            "still",
            "only",
            "always",
            "never",
            "often",
            "then",
            "even",
            "again",
            "already",
            "almost",
            "further",
            "first",
            "therefore",
            "thus",
            "hence",
            "instead",
            "kind",
            "sort",
            "so",
            "not");

    private Verbs() {}

    static boolean isAdverb(String word) {
        return ADVERBS.contains(word)
                || (word.length() > 4 && word.endsWith("ly") && !word.equals("rely") && !word.equals("apply"));
    }

    static boolean isPresent(String word) {
        return PRESENT.contains(word) || ONE.containsKey(word);
    }

    /** The form behind "the user". */
    static Optional<String> behindOne(String verb) {
        if (ONE.containsKey(verb)) {
            return Optional.ofNullable(ONE.get(verb));
        }
        return PRESENT.contains(verb) ? Optional.of(withS(verb)) : unchanged(verb);
    }

    /** The form behind "they". */
    static Optional<String> behindMany(String verb) {
        if (MANY.containsKey(verb)) {
            return Optional.ofNullable(MANY.get(verb));
        }
        return isPresent(verb) ? Optional.of(verb) : unchanged(verb);
    }

    private static Optional<String> unchanged(String verb) {
        boolean past = UNCHANGED.contains(verb) || (verb.length() > 4 && verb.endsWith("ed"));
        return past ? Optional.of(verb) : Optional.empty();
    }

    private static String withS(String verb) {
        char last = verb.charAt(verb.length() - 1);
        char before = verb.charAt(verb.length() - 2);
        if (last == 'y' && "aeiou".indexOf(before) < 0) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        boolean hissing = last == 's'
                || last == 'x'
                || last == 'o'
                || last == 'z'
                || (last == 'h' && (before == 's' || before == 'c'));
        return verb + (hissing ? "es" : "s");
    }
}
