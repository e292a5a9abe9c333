/** Tests of the Streams package. */
@NullMarked
package org.courant.service.streams;

import org.jspecify.annotations.NullMarked;
