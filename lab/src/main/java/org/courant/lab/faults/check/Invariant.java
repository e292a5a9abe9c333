package org.courant.lab.faults.check;

import java.util.List;

/** Something that must hold of every run, whatever faults it had. */
public interface Invariant {
    /** One word or a few with hyphens, as it stands in reports. */
    String name();

    /** Each violation; none where the run has not recorded what the invariant is about. */
    List<Violation> violations(Run run);
}
