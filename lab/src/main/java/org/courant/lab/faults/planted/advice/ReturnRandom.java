package org.courant.lab.faults.planted.advice;

import java.util.concurrent.ThreadLocalRandom;
import net.bytebuddy.asm.Advice;

/** Returns a little more or less each time. */
public final class ReturnRandom {
    private ReturnRandom() {}

    @Advice.OnMethodExit
    public static void exit(@Advice.Return(readOnly = false) double result) {
        result += ThreadLocalRandom.current().nextDouble() / 1000;
    }
}
