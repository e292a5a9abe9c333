/** Labelled papers, and the reviewed tables that turn headings and categories into sections. */
@NullMarked
package org.courant.learn.data;

import org.jspecify.annotations.NullMarked;
