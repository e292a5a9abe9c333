package org.courant.publish.view;

/** Hears what the reader of the topics reads, in the order in which it reads; called by one thread. */
public interface ViewListener {
    /** Hears nothing. */
    ViewListener NONE = new ViewListener() {
        @Override
        public void opened(Position ends) {}

        @Override
        public void changed(EntryChange change) {}

        @Override
        public void sourcesChanged() {}
    };

    /**
     * The topics are read from their beginning: changes that have been heard before come once more.
     *
     * @param ends where the topic of entries ends at this moment
     */
    void opened(Position ends);

    /** A record of the topic of entries has been taken over. */
    void changed(EntryChange change);

    /** The state of a source has been taken over. */
    void sourcesChanged();
}
