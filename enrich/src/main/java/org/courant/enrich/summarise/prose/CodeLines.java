package org.courant.enrich.summarise.prose;

import java.util.regex.Pattern;

/** Tells program text, logs and bare addresses from prose, line by line. */
final class CodeLines {
    private static final Pattern STATEMENT = Pattern.compile(
            "^(?:import |from \\S+ import |def \\w+\\(|class \\w+.*[:{]$|return\\b.*;|>>>|\\$ |#include|#!|@\\w+\\(|"
                    + "Traceback |File \"|raise |except\\b|print\\(|pip3? install|sudo |git clone|curl |docker |//|/\\*|"
                    + "var |let |const |public |private |static |void |using namespace).*");
    private static final Pattern ASSIGNMENT = Pattern.compile("^[\\w.\\[\\]\"'<>:*& ]{1,60}\\s?[-+*/|]?=[^=].*");
    private static final Pattern LOG = Pattern.compile(
            "^(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:.*|\\[?(?:INFO|WARN(?:ING)?|DEBUG|ERROR|FATAL)\\b[\\]: ].*|\\[\\w{3} \\w{3} .*)");
    private static final Pattern COMPILER = Pattern.compile(
            "^(?:\\S+\\.(?:cpp|cc|c|h|hpp|py|o|a|js|ts|java|rs|go|so|dll)\\b[:(].*|(?:make|ld|gcc|g\\+\\+|clang|collect2|npm|CMake|cmake)\\b"
                    + "[^ ]*: .*|\\s*at [\\w.$]+\\(.*|\\w*(?:Error|Exception): .*)");
    private static final Pattern ADDRESS = Pattern.compile("^(?:<?https?://\\S+[\\s,]*)++$");
    private static final String PROGRAM = "{}();=<>_|\\/[]#&*+";

    /** Prose has fewer than this share of the signs of a program. */
    private static final double MOST_SIGNS = 0.12;

    private CodeLines() {}

    static boolean isCode(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.indexOf('$') >= 0 || text.startsWith("\\")) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        boolean endsLikeCode = last == ';' || last == '{' || last == '}';
        return endsLikeCode
                || ADDRESS.matcher(text).matches()
                || STATEMENT.matcher(text).matches()
                || COMPILER.matcher(text).matches()
                || LOG.matcher(text).matches()
                || (text.indexOf('=') > 0 && ASSIGNMENT.matcher(text).matches())
                || signs(text) > MOST_SIGNS * text.length() + 2;
    }

    private static long signs(String text) {
        return text.chars().filter(c -> PROGRAM.indexOf(c) >= 0).count();
    }
}
