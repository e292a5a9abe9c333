package org.courant.publish.edition;

import java.util.Comparator;
import java.util.List;

/**
 * The order of the sections: those of the taxonomy as it lists them, then others by id, {@code other} last.
 *
 * @param ids section ids of the taxonomy
 */
public record SectionOrder(List<String> ids) implements Comparator<String> {
    /** The section of what fits no other. */
    public static final String OTHER = "other";

    public SectionOrder {
        ids = List.copyOf(ids);
    }

    @Override
    public int compare(String one, String other) {
        int byPlace = Integer.compare(place(one), place(other));
        return byPlace != 0 ? byPlace : one.compareTo(other);
    }

    private int place(String id) {
        if (id.equals(OTHER)) {
            return Integer.MAX_VALUE;
        }
        int index = ids.indexOf(id);
        return index < 0 ? ids.size() : index;
    }
}
