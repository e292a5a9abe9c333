package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.apache.kafka.streams.processor.api.Record;

/** For {@code Editor.process}: what is withdrawn stays in its edition. */
public final class IgnoreWithdrawal {
    private IgnoreWithdrawal() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(@Advice.Argument(0) Record<?, ?> record) {
        return record.value() != null
                && record.value().getClass().getSimpleName().equals("Withdrawal");
    }
}
