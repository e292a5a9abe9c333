/** The records of the digest as JSON, the same in the API and in the stream. */
@NullMarked
package org.courant.publish.json;

import org.jspecify.annotations.NullMarked;
