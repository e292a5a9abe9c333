package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;

/** The second argument is one more. */
public final class OneMore {
    private OneMore() {}

    @Advice.OnMethodEnter
    public static void enter(@Advice.Argument(value = 1, readOnly = false) long argument) {
        argument++;
    }
}
