/** A sample day of the outside world on loopback, and the digest that is made of it. */
@NullMarked
package org.courant.cli.demo;

import org.jspecify.annotations.NullMarked;
