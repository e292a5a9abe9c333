/**
 * Tools that need a sentence encoder: the table of word vectors is distilled here, and compared with what it came from.
 */
@NullMarked
package org.courant.encoder;

import org.jspecify.annotations.NullMarked;
