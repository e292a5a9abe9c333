/** Adversarial texts, and the law that every function of text takes time in proportion to its length. */
@NullMarked
package org.courant.testkit.text;

import org.jspecify.annotations.NullMarked;
