/** The digest over HTTP: pages for people, JSON for programs. */
@NullMarked
package org.courant.publish.web;

import org.jspecify.annotations.NullMarked;
