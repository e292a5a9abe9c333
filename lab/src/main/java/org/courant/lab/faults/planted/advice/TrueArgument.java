package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;

/** The first argument is true. */
public final class TrueArgument {
    private TrueArgument() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("UnusedVariable") // Byte Buddy makes it the argument or the result
    public static void enter(@Advice.Argument(value = 0, readOnly = false) boolean argument) {
        argument = true;
    }
}
