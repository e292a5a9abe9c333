package org.courant.enrich.cluster;

import java.util.Collection;

/** An undirected graph of identities, each with the label of its component. */
interface IdentityGraph {
    /** Adds what a rule says; true if no rule had said so before. */
    boolean add(String left, String right, String rule);

    /** Takes back what a rule said; true if no rule says so any more. */
    boolean remove(String left, String right, String rule);

    Collection<String> neighbours(String identity);

    /** The label last set, at first the identity itself. */
    String label(String identity);

    void setLabel(String identity, String label);
}
