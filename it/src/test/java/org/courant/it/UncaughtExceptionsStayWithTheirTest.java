package org.courant.it;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Keeps Awaitility from catching what any thread of the JVM throws: while classes run side by side, that would be the
 * thread that another class makes fail.
 */
public final class UncaughtExceptionsStayWithTheirTest implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }
}
