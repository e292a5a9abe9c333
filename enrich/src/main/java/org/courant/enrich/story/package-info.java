/** What a story says: its members, why each is one, and what is published of it. */
@NullMarked
package org.courant.enrich.story;

import org.jspecify.annotations.NullMarked;
