package org.courant.ingest.definition;

import org.courant.schemas.Source;

/** What has to be done to one definition on the topic so that it is as the file says. */
public sealed interface SourceChange {
    Source source();

    /** It is as it should be. */
    record Unchanged(Source source) implements SourceChange {}

    /** It is not there. */
    record Added(Source source) implements SourceChange {}

    /** It differs. A change of politeness group makes it a new source for whoever polls it: all it lists is new. */
    record Changed(Source before, Source source) implements SourceChange {}

    /** The file no longer has it; what it delivered stays. */
    record Removed(Source source) implements SourceChange {}
}
