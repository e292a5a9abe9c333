/** Reading whole topics, or what comes next on them. */
@NullMarked
package org.courant.cli.topic;

import org.jspecify.annotations.NullMarked;
