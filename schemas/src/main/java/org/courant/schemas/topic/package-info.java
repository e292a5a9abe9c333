/** The topics of Courant: names, types, partitions and configuration in one place. */
@NullMarked
package org.courant.schemas.topic;

import org.jspecify.annotations.NullMarked;
