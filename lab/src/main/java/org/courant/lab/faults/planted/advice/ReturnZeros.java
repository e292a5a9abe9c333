package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;

/** Returns the same hash for everything. */
public final class ReturnZeros {
    private ReturnZeros() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // Byte Buddy makes it the argument or the result
    public static void exit(@Advice.Return(readOnly = false) String result) {
        result = "0".repeat(64);
    }
}
