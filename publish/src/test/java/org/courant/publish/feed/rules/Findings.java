package org.courant.publish.feed.rules;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** What the rules have found so far. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(String event, Element element) {
        add(event, element, "", "");
    }

    void add(String event, Element element, String attribute, String value) {
        found.add(new Finding(event, Tree.parentName(element), Tree.name(element), attribute, value));
    }

    /** About an element that is not there. */
    void missing(String event, Element parent, String name) {
        found.add(new Finding(event, Tree.name(parent), name, "", ""));
    }

    /** About the document as a whole, or a place in one that is no XML. */
    void add(String event, String place, String value) {
        found.add(new Finding(event, "root", place, "", value));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
