package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;

/** For {@code SourceLog.write}: the cursor is committed before the items are. */
public final class AnnounceFirst {
    private AnnounceFirst() {}

    @Advice.OnMethodEnter
    public static void enter(@Advice.This Object log, @Advice.Argument(0) Object delivery)
            throws ReflectiveOperationException {
        Reflection.call(log, "announce", Reflection.call(delivery, "cursor"));
    }
}
