/** What readers see, read back from the topics into memory: entries, editions and the state of the sources. */
@NullMarked
package org.courant.publish.view;

import org.jspecify.annotations.NullMarked;
