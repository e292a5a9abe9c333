/** The settings file as commands use it. */
@NullMarked
package org.courant.cli.settings;

import org.jspecify.annotations.NullMarked;
