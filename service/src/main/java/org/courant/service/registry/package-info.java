/** The schemas in the registry. */
@NullMarked
package org.courant.service.registry;

import org.jspecify.annotations.NullMarked;
