package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.courant.lab.faults.check.Violation.Kind;

/** The content hash of every story and entry ever written, computed anew from its fields. */
final class ContentHashes implements Invariant {
    /** A story says where its items stand, and its hash does not. */
    private static final Set<String> POSITION = Set.of("Member.topic", "Member.partition", "Member.offset");

    @Override
    public String name() {
        return "content-hashes";
    }

    @Override
    public List<Violation> violations(Run run) {
        List<Violation> found = new ArrayList<>();
        for (String topic : List.of(
                run.topics().stories().name(), run.topics().digestEntries().name())) {
            run.faulty().byKey(topic).values().stream().flatMap(List::stream).forEach(record -> judge(record, found));
        }
        return found;
    }

    private void judge(KeyedRecord record, List<Violation> found) {
        if (record.value() == null || record.value().getSchema().getField("contentHash") == null) {
            return;
        }
        String computed = CanonicalHash.ofContent(record.value(), POSITION);
        if (!computed.equals(record.text("contentHash"))) {
            found.add(new Violation(
                    Kind.DIFFERENT,
                    name(),
                    record.place(),
                    "contentHash is %s, its fields make %s".formatted(record.text("contentHash"), computed)));
        }
    }
}
