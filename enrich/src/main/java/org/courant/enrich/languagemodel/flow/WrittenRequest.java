package org.courant.enrich.languagemodel.flow;

import org.courant.schemas.SummaryRequest;
import org.jspecify.annotations.Nullable;

/**
 * What shall stand in the table of requests; keyed by the text.
 *
 * @param request null where nobody waits for an answer
 */
record WrittenRequest(@Nullable SummaryRequest request) {}
