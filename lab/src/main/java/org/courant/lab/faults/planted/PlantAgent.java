package org.courant.lab.faults.planted;

import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;
import org.courant.lab.faults.cluster.Role;

/** Changes methods of the JVM that it is loaded into. Argument: name of the bug, slash, role of the process. */
public final class PlantAgent {
    /** Stands in the output of each process that has been changed, before class and method. */
    public static final String WITNESS = "planted: ";

    private PlantAgent() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        int slash = argument.indexOf('/');
        Role role = Role.valueOf(argument.substring(slash + 1));
        for (Change change :
                Plants.named(argument.substring(0, slash)).changes().getOrDefault(role, List.of())) {
            change.properties().forEach(System::setProperty);
            install(change, instrumentation);
        }
    }

    private static void install(Change change, Instrumentation instrumentation) {
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(ElementMatchers.named(change.type()))
                .transform((builder, type, loader, module, domain) -> {
                    System.out.println(WITNESS + change.type() + "." + change.method());
                    return builder.visit(Advice.to(change.advice())
                            .on(
                                    change.method().equals("<init>")
                                            ? ElementMatchers.isConstructor()
                                            : ElementMatchers.named(change.method())));
                })
                .installOn(instrumentation);
    }
}
