package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;

/** Does nothing, and returns 0, null or false. */
public final class Skip {
    private Skip() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter() {
        return true;
    }
}
