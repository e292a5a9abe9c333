/** What a trained classifier of sections reads: hashed n-grams, word vectors, a linear model and their files. */
@NullMarked
package org.courant.enrich.classify.model;

import org.jspecify.annotations.NullMarked;
