/** {@code courant evaluate summaries}: overlap with summaries that people wrote, faithfulness, voice and speed. */
@NullMarked
package org.courant.cli.evaluate.summaries;

import org.jspecify.annotations.NullMarked;
