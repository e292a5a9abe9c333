package org.courant.lab.faults.planted.advice;

import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;

/** Waits first, so that a kill can come between what was before and what follows. */
public final class Slow {
    private Slow() {}

    @Advice.OnMethodEnter
    public static void enter() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1_500);
    }
}
