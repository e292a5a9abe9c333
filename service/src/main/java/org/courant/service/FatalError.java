package org.courant.service;

/**
 * Decides which errors mean that the JVM or its class path is broken. All others were caused by the input that was
 * being processed: it is set aside, and the next one is processed.
 *
 * <p>{@link StackOverflowError} is one of the others although it is a {@link VirtualMachineError}. The stack has been
 * unwound when it is caught, and it is deep only inside a function that recurses over its input; what calls such a
 * function, stores and clients included, needs little of it, so the overflow does not interrupt them half-way.
 *
 * <p>{@link LinkageError} is fatal: a class that is missing or could not be initialised is missing for every input, so
 * all of them would be set aside.
 */
public final class FatalError {
    private FatalError() {}

    /** Whether nothing can be processed any more, whatever the input is. */
    @SuppressWarnings("removal") // ThreadDeath: it exists as long as Java 17 is supported
    public static boolean isFatal(Throwable error) {
        return (error instanceof VirtualMachineError && !(error instanceof StackOverflowError))
                || error instanceof LinkageError
                || error instanceof ThreadDeath;
    }
}
