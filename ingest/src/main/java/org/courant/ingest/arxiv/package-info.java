/**
 * arXiv's daily feeds: one announcement a day and category, with the papers' abstracts, versions and kinds of
 * announcement.
 */
@NullMarked
package org.courant.ingest.arxiv;

import org.jspecify.annotations.NullMarked;
