/** One YAML file, environment overrides, and every problem reported at once. */
@NullMarked
package org.courant.service.settings;

import org.jspecify.annotations.NullMarked;
