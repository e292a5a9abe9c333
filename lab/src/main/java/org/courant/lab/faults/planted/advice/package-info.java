/** What a planted bug does to a method; Byte Buddy copies these bodies into it. */
@NullMarked
package org.courant.lab.faults.planted.advice;

import org.jspecify.annotations.NullMarked;
