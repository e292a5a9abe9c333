package org.courant.enrich.world;

import java.util.List;
import org.courant.enrich.record.Held;
import org.courant.enrich.validate.ItemRules;

/** A valid item, as it stands in the end. */
record OracleItem(Held held) {
    static OracleItem of(Given given, long firstSeen) {
        ItemRules.Valid valid = (ItemRules.Valid) ItemRules.check(
                given.item(), new ItemRules.Origin(given.timestamp(), given.partition(), given.offset()));
        return new OracleItem(new Held(firstSeen, null, valid.delivery()));
    }

    /** Strongest first. */
    List<String> names() {
        return held.getDelivery().getIdentities();
    }
}
