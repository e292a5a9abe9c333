package org.courant.publish.feed.rules;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** {@code atom:id}: an absolute IRI in canonical form; tags as RFC 4151 and names as RFC 8141 have them. */
final class Ids {
    private static final Pattern TAG = Pattern.compile("tag:([\\w.+-]+@)?[A-Za-z0-9.-]+,\\d{4}(-\\d\\d(-\\d\\d)?)?:"
            + "([\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(#([\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?");
    private static final Pattern URN =
            Pattern.compile("(?i)urn:[a-z0-9][a-z0-9-]{0,31}:([\\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2})+([?#].*)?");
    private static final Pattern UUID =
            Pattern.compile("(?i)urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NEEDLESS = Pattern.compile(
            "%([46][1-9A-Fa-f]|[57][0-9Aa]|3[0-9]|2[DdEe]|5[Ff]|7[Ee])|%(?=[a-f0-9]{2})(?=[0-9]?[a-f])");
    private static final Pattern ODD_HOST =
            Pattern.compile("https?://([^/]*[A-Z][^/]*(/.*)?|[^/]*(:|:80)(/.*)?|[^/?#]*)");

    private Ids() {}

    static void check(Element element, Findings findings) {
        String id = element.getTextContent();
        if (id.isBlank()) {
            findings.add("NotBlank", element);
            findings.add("InvalidFullLink", element);
        } else if (id.startsWith("tag:")) {
            findings.add(TAG.matcher(id).matches() ? "ValidTAG" : "InvalidTAG", element, "", id);
        } else if (id.matches("(?is)urn:uuid:.*")) {
            findings.add(UUID.matcher(id).matches() ? "ValidURN" : "InvalidUUID", element, "", id);
        } else if (id.matches("(?is)urn:.*")) {
            findings.add(URN.matcher(id).matches() ? "ValidURN" : "InvalidURN", element, "", id);
        } else {
            Addresses.absolute("InvalidLink", element, "", id, findings);
        }
        if (NEEDLESS.matcher(id).find() || ODD_HOST.matcher(id).matches()) {
            findings.add("NonCanonicalURI", element, "", id);
        }
    }
}
