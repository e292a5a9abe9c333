package org.courant.publish.feed.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** URIs and IRIs (RFC 3986, RFC 3987) where a rule asks for one. */
final class Addresses {
    private static final String OCTET = "%[0-9A-Fa-f]{2}";
    private static final String PLAIN =
            "[A-Za-z0-9._~!$&'()*+,;=:@/?\u00A0-\uD7FF\uE000-\uFFEF\\x{10000}-\\x{10FFFD}-]";
    private static final Pattern REFERENCE = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?"
            + "(//([^/?#\\[\\]@]*@)?\\[[0-9A-Fa-f:.]+\\](:\\d*)?)?(PLAIN|OCTET)*(#(PLAIN|OCTET)*)?"
                    .replace("PLAIN", PLAIN)
                    .replace("OCTET", OCTET));
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+", Pattern.DOTALL);
    private static final Pattern WITH_HOST = Pattern.compile("(?i)(https?|ftp)://[^/?#:]+(:\\d+)?([/?#].*)?");
    private static final Set<String> REGISTERED = Set.of(
            "acct",
            "cid",
            "data",
            "dns",
            "file",
            "ftp",
            "geo",
            "gopher",
            "http",
            "https",
            "im",
            "imap",
            "info",
            "irc",
            "ldap",
            "mailto",
            "mid",
            "news",
            "nfs",
            "nntp",
            "sip",
            "sips",
            "sms",
            "ssh",
            "tag",
            "tel",
            "telnet",
            "urn",
            "view-source",
            "ws",
            "wss",
            "xmpp");

    private Addresses() {}

    /** Any reference. */
    static void reference(Element element, String attribute, String value, Findings findings) {
        if (attribute.isEmpty() && !value.equals(value.strip())) {
            findings.add("UnexpectedWhitespace", element, attribute, value);
        } else if (!isReference(value)) {
            findings.add("InvalidLink", element, attribute, value);
            if (!attribute.isEmpty()) {
                findings.add("InvalidUriChar", element, attribute, value);
            }
        } else {
            scheme(element, attribute, value, findings);
            findings.add("ValidURI", element, attribute, value);
        }
    }

    /** An absolute one; {@code event} if it is relative. */
    static void absolute(String event, Element element, String attribute, String value, Findings findings) {
        if (isReference(value) && !ABSOLUTE.matcher(value).matches()) {
            findings.add(event, element, attribute, value);
        } else {
            reference(element, attribute, value, findings);
        }
    }

    static boolean isReference(String value) {
        return REFERENCE.matcher(value).matches()
                && (!value.matches("(?i)https?:.*")
                        || WITH_HOST.matcher(withoutLiteral(value)).matches());
    }

    /** An absolute URI of ASCII that leads to a host. */
    static boolean leadsToTheWeb(String value) {
        return isReference(value) && value.matches("(?i)https?://[\\x21-\\x7E]+");
    }

    static void scheme(Element element, String attribute, String value, Findings findings) {
        int colon = value.indexOf(':');
        if (ABSOLUTE.matcher(value).matches()
                && !REGISTERED.contains(value.substring(0, colon).toLowerCase(Locale.ROOT))) {
            findings.add("SchemeNotIANARegistered", element, attribute, value);
        }
    }

    private static String withoutLiteral(String value) {
        return value.replaceFirst("://([^/?#@]*@)?\\[[^\\]]*\\]", "://host").replaceFirst("://[^/?#@]*@", "://");
    }
}
