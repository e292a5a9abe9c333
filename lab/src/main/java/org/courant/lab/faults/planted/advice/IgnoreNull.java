package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Does nothing where the second argument is null. */
public final class IgnoreNull {
    private IgnoreNull() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(@Advice.Argument(1) @Nullable Object argument) {
        return argument == null;
    }
}
