/** Whether a service is alive and ready, and what it measures, over HTTP. */
@NullMarked
package org.courant.service.health;

import org.jspecify.annotations.NullMarked;
