/** The operator's command: one class per subcommand, and what they have in common. */
@NullMarked
package org.courant.cli;

import org.jspecify.annotations.NullMarked;
