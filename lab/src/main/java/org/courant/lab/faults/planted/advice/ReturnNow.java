package org.courant.lab.faults.planted.advice;

import java.time.Instant;
import net.bytebuddy.asm.Advice;

/** Returns the present time. */
public final class ReturnNow {
    private ReturnNow() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // Byte Buddy makes it the argument or the result
    public static void exit(@Advice.Return(readOnly = false) Instant result) {
        result = Instant.now();
    }
}
