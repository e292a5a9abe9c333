/** Commands that try the product from outside. */
@NullMarked
package org.courant.lab;

import org.jspecify.annotations.NullMarked;
