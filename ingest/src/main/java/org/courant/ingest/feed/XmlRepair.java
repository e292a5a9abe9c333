package org.courant.ingest.feed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Mends what keeps feeds in the wild from being XML. Every step yields text that is parsed as strictly as any. */
final class XmlRepair {
    private static final int MAX_REFERENCE = 33;
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,30});");
    private static final Pattern ROOT_END =
            Pattern.compile("</\\s*(rss|feed|rdf:rdf|rdf)\\s*(?:>|$)", Pattern.CASE_INSENSITIVE);
    /** The prefix of an element or attribute and the name behind it; words of a text are none the worse for it. */
    private static final Pattern PREFIX = Pattern.compile("(?:</?|\\s)([A-Za-z][\\w.-]*):([A-Za-z_][\\w.-]*)");

    private static final Pattern ROOT = Pattern.compile("^<[^\\s/>]+");
    private static final Set<String> PREDEFINED = Set.of("amp", "lt", "gt", "quot", "apos");

    private XmlRepair() {}

    /** The text without characters that XML 1.0 forbids, written out or as references. */
    static String legalCharacters(String text) {
        if (text.codePoints().allMatch(XmlRepair::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().filter(XmlRepair::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** The text up to the last end of its root element; empty if it has none, because then the rest is missing. */
    static String untilEndOfRoot(String text) {
        int end = -1;
        Matcher matcher = ROOT_END.matcher(text);
        while (matcher.find()) {
            end = matcher.end();
        }
        String whole = end < 0 ? "" : text.substring(0, end);
        return whole.isEmpty() || whole.endsWith(">") ? whole : whole.stripTrailing() + ">";
    }

    /** Entities of HTML become characters, other undeclared ones and bare ampersands become text. */
    static String references(String text) {
        StringBuilder known = new StringBuilder(text.length());
        // What opens behind the last end is never closed; to look for its end each time would be quadratic.
        int lastCommentEnd = text.lastIndexOf("-->");
        int lastSectionEnd = text.lastIndexOf("]]>");
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            if (text.startsWith("<!--", at) && at + 4 <= lastCommentEnd) {
                end = text.indexOf("-->", at + 4) + 3;
            } else if (text.startsWith("<![CDATA[", at) && at + 9 <= lastSectionEnd) {
                end = text.indexOf("]]>", at + 9) + 3;
            } else if (text.charAt(at) == '&') {
                end = endOfReference(text, at);
                known.append(reference(text.substring(at, end)));
                at = end;
            }
            known.append(text, at, end);
            at = end;
        }
        return declarePrefixes(known.toString());
    }

    /** Tags that do not match are closed as a browser would. */
    static String structure(String text) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        document.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
        return declarePrefixes(legalCharacters(document.outerHtml()));
    }

    /** Where a reference ends; behind its ampersand if it is none. */
    private static int endOfReference(String text, int at) {
        int semicolon = at + 1;
        while (semicolon < text.length() && semicolon - at < MAX_REFERENCE && text.charAt(semicolon) != ';') {
            semicolon++;
        }
        boolean whole = semicolon < text.length() && REFERENCE.matches(text.substring(at, semicolon + 1));
        return whole ? semicolon + 1 : at + 1;
    }

    private static String reference(String match) {
        if (match.startsWith("&#")) {
            return isLegal(codePoint(match)) ? match : "";
        }
        String name = match.length() > 2 ? match.substring(1, match.length() - 1) : "";
        if (PREDEFINED.contains(name)) {
            return match;
        }
        return Entities.isNamedEntity(name) ? escaped(Entities.getByName(name)) : "&amp;" + match.substring(1);
    }

    private static int codePoint(String reference) {
        String digits = reference.substring(2, reference.length() - 1);
        boolean hex = digits.startsWith("x") || digits.startsWith("X");
        return hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
    }

    private static String escaped(String characters) {
        return characters.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String declarePrefixes(String text) {
        Set<String> missing = new LinkedHashSet<>();
        // What is declared further down holds only there; to declare it here as well does no harm.
        Set<String> declared = new HashSet<>();
        int rootEnd = text.indexOf('>');
        Matcher matcher = PREFIX.matcher(text);
        while (matcher.find()) {
            String prefix = matcher.group(1);
            if (prefix.equals("xmlns")) {
                if (matcher.start() < rootEnd) {
                    declared.add(matcher.group(2));
                }
            } else if (!prefix.startsWith("xml")) {
                missing.add(prefix);
            }
        }
        missing.removeAll(declared);
        StringBuilder declarations = new StringBuilder();
        for (String prefix : missing) {
            declarations.append(" xmlns:%s=\"%s\"".formatted(prefix, Vocabulary.namespace(prefix)));
        }
        Matcher root = ROOT.matcher(text);
        return root.find() ? root.group() + declarations + text.substring(root.end()) : text;
    }

    private static boolean isLegal(int character) {
        if (character < 0x20) {
            return character == '\t' || character == '\n' || character == '\r';
        }
        boolean surrogate = character >= 0xd800 && character <= 0xdfff;
        return !surrogate && character != 0xfffe && character != 0xffff && character <= 0x10ffff;
    }
}
