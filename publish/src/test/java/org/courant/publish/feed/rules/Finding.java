package org.courant.publish.feed.rules;

import java.util.Set;

/**
 * One thing that a rule says of a document.
 *
 * @param event name of the rule's outcome, as the cases use it
 * @param parent name of the element around
 * @param element name of the element, with the usual prefix if it is of a module
 * @param attribute name of the attribute, or empty
 * @param value what was found there
 */
public record Finding(String event, String parent, String element, String attribute, String value) {
    /** What is allowed and had better be otherwise. */
    private static final Set<String> WARNINGS = Set.of(
            "AvoidNamespacePrefix",
            "BadCharacters",
            "ContainsHTML",
            "ContainsUndeclaredHTML",
            "DuplicateItemSemantics",
            "DuplicateSemantics",
            "ImplausibleDate",
            "MisplacedItem",
            "MissingSelf",
            "MissingSourceElement",
            "MissingSummary",
            "MissingTextualContent",
            "MissingTitleAttr",
            "NonCanonicalURI",
            "NonstdPrefix",
            "NotBlank",
            "ProblematicalRFC822Date",
            "ReservedPrefix",
            "SchemeNotIANARegistered",
            "SecurityRisk",
            "SelfDoesntMatchLocation",
            "SelfNotAtom",
            "UndeterminableVocabulary",
            "UnexpectedAttribute");

    /** Whether it says that all is well. */
    public boolean isPraise() {
        return event.startsWith("Valid");
    }

    public boolean isError() {
        return !isPraise() && !WARNINGS.contains(event);
    }

    /** Whether it is about an element or an attribute of this name; the cases take an underscore for a colon. */
    boolean isAbout(String name) {
        return name.equals(element.replace('_', ':')) || name.equals(attribute);
    }
}
