package org.courant.publish.feed.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** Markup where a plain text is meant, and what is dangerous in markup. */
final class Html {
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)[^<>]*>|<!--");
    private static final Pattern REFERENCE = Pattern.compile("&(#[0-9A-Za-z]|([A-Za-z]+);?)");
    private static final Set<String> DANGEROUS = Set.of(
            "applet",
            "base",
            "embed",
            "frame",
            "frameset",
            "iframe",
            "link",
            "meta",
            "object",
            "plaintext",
            "script",
            "style");
    /** Characters of Windows that were taken for those of Latin 1, and UTF-8 that was taken for Latin 1. */
    private static final Pattern GARBLED = Pattern.compile("[\u0080-\u009F]|[\u00C2\u00C3][\u0080-\u00BF]");

    private Html() {}

    static boolean isGarbled(String text) {
        return GARBLED.matcher(text).find();
    }

    /** Whether a reader that takes the text for HTML sees something else. */
    static boolean isIn(String text) {
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (tag.group(1) == null || Tag.isKnownTag(tag.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            String name = reference.group(2);
            if (name == null || isEntity(name)) {
                return true;
            }
        }
        return false;
    }

    /** Elements and attributes that can run something. */
    static boolean isDangerous(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            if (DANGEROUS.contains(element.normalName())) {
                return true;
            }
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")
                        || attribute.getValue().strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEntity(String name) {
        String reference = "&" + name + ";";
        return !Parser.unescapeEntities(reference, false).equals(reference);
    }
}
