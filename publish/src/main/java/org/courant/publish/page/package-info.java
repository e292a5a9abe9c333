/** The pages of the digest: what they show, and the templates that show it. */
@NullMarked
package org.courant.publish.page;

import org.jspecify.annotations.NullMarked;
