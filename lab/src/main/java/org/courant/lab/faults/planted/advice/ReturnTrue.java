package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;

/** Returns true. */
public final class ReturnTrue {
    private ReturnTrue() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable") // Byte Buddy makes it the argument or the result
    public static void exit(@Advice.Return(readOnly = false) boolean result) {
        result = true;
    }
}
