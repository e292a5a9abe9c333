package org.courant.lab.faults.planted.advice;

import java.util.List;
import net.bytebuddy.asm.Advice;

/** The second argument, a list, is empty. */
public final class NoRecords {
    private NoRecords() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("UnusedVariable") // Byte Buddy makes it the argument or the result
    public static void enter(@Advice.Argument(value = 1, readOnly = false) List<?> records) {
        records = List.of();
    }
}
