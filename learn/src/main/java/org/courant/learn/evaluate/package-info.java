/** Measuring classifiers of sections: splits, scores, intervals and pictures. */
@NullMarked
package org.courant.learn.evaluate;

import org.jspecify.annotations.NullMarked;
