package org.courant.lab.faults.planted.advice;

import java.util.Deque;
import java.util.Set;
import net.bytebuddy.asm.Advice;

/** For the constructor of {@code DirtyEditions}: what a crash left to be written is not queued. */
public final class ForgetQueue {
    private ForgetQueue() {}

    @Advice.OnMethodExit
    public static void exit(@Advice.FieldValue("queue") Deque<?> queue, @Advice.FieldValue("queued") Set<?> queued) {
        queue.clear();
        queued.clear();
    }
}
