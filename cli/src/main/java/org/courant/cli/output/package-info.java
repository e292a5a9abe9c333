/** Tables for people and for programs. */
@NullMarked
package org.courant.cli.output;

import org.jspecify.annotations.NullMarked;
