package org.courant.lab.faults.planted;

import java.util.List;
import java.util.Map;
import org.courant.lab.faults.cluster.Role;

/**
 * A bug.
 *
 * @param name as it stands in the command line
 * @param description what the product does wrong
 * @param changes of the processes of each role
 * @param provocation under what it shows
 */
public record Plant(String name, String description, Map<Role, List<Change>> changes, Provocation provocation) {
    public Plant {
        changes = Map.copyOf(changes);
    }
}
