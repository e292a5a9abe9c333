/** What sources write, as plain text, and the fingerprint of what an item says; pure functions. */
@NullMarked
package org.courant.ingest.text;

import org.jspecify.annotations.NullMarked;
