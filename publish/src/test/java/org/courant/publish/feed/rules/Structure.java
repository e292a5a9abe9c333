package org.courant.publish.feed.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Which elements of a format an element may hold.
 *
 * @param required that must be there
 * @param once that may be there once
 * @param often that may be there any number of times
 */
record Structure(Set<String> required, Set<String> once, Set<String> often) {
    /** Elements that may be there once in any element, whichever the format. */
    private static final Set<String> ONCE_ANYWHERE = Set.of("dc:language", "dc:rights");

    /** Space-separated names. */
    static Structure of(String required, String once, String often) {
        return new Structure(names(required), names(once + " " + required), names(often));
    }

    private static Set<String> names(String names) {
        return Set.copyOf(List.of(names.strip().split(" +")));
    }

    /** @param missing the event for a required element that is not there */
    void check(Element parent, String missing, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Element child : Tree.children(parent)) {
            String name = Tree.name(child);
            boolean ofFormat = Tree.isAtom(child) ? !name.startsWith("atom:") : Tree.isPlain(child);
            boolean single = once.contains(name) || ONCE_ANYWHERE.contains(name);
            if (!seen.add(name) && single) {
                findings.add("DuplicateElement", child);
            } else if (ofFormat && !single && !often.contains(name)) {
                findings.add("UndefinedElement", child);
            }
        }
        required.stream()
                .filter(name -> !name.isEmpty() && !seen.contains(name))
                .sorted()
                .forEach(name -> findings.missing(missing, parent, name));
    }
}
