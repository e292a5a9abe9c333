package org.courant.testkit.text;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Finds every function of text in some packages: each method that is not private and has a parameter of text, with all
 * its parameters of text at once. What cannot be called so is named with the reason; a name that fits no method any
 * more is an error, as is a method that is neither callable nor named.
 */
public final class TextFunctions {
    private final Map<Class<?>, Function<String, ?>> texts = new HashMap<>();
    private final Map<Class<?>, Object> values = new HashMap<>();
    private final Map<String, String> exceptions = new LinkedHashMap<>();
    private final Map<String, Integer> bounds = new LinkedHashMap<>();
    private final List<String> packages;

    private TextFunctions(List<String> packages) {
        this.packages = packages;
        texts.put(String.class, text -> text);
        texts.put(CharSequence.class, text -> text);
        texts.put(byte[].class, text -> text.getBytes(StandardCharsets.UTF_8));
        texts.put(List.class, text -> List.of(text.split(" ", -1)));
        texts.put(Collection.class, text -> List.of(text.split(" ", -1)));
        texts.put(Set.class, text -> new LinkedHashSet<>(List.of(text.split(" ", -1))));
        given(int.class, 100);
        given(long.class, 100L);
        given(boolean.class, true);
    }

    /** Those of these packages and of the packages below. */
    public static TextFunctions in(String... packages) {
        return new TextFunctions(List.of(packages));
    }

    /** Makes a type one of text: how it is made of one. */
    public <T> TextFunctions made(Class<T> type, Function<String, ? extends T> of) {
        texts.put(type, of);
        return this;
    }

    /** A value for parameters and receivers of this type. */
    public <T> TextFunctions given(Class<T> type, T value) {
        values.put(type, value);
        return this;
    }

    /** Leaves out a method, {@code Class.method}, or a class, for a reason. */
    public TextFunctions except(String name, String reason) {
        exceptions.put(name, reason);
        return this;
    }

    /**
     * Feeds a method, {@code Class.method}, or a class, no more than the beginning of a text, as the product does.
     *
     * @param characters how much of it
     */
    public TextFunctions atMost(int characters, String... names) {
        for (String name : names) {
            bounds.put(name, characters);
        }
        return this;
    }

    /**
     * All of them, by name.
     *
     * @throws AssertionError where one can neither be called nor is excepted, or an exception or a bound fits none
     */
    public List<TextFunction> all() {
        Map<String, TextFunction> found = new TreeMap<>();
        Set<String> unused = new LinkedHashSet<>(exceptions.keySet());
        unused.addAll(bounds.keySet());
        Map<String, String> unknown = new TreeMap<>();
        methods().forEach(method -> {
            String owner = owner(method);
            boolean excepted = exceptions.containsKey(owner) || exceptions.containsKey(owner + "." + method.getName());
            unused.removeAll(Set.of(owner, owner + "." + method.getName()));
            Optional<Class<?>> missing = missing(method);
            if (!excepted && missing.isPresent()) {
                unknown.put(
                        owner + "." + method.getName(),
                        "needs a " + missing.get().getName());
            } else if (!excepted) {
                String name = owner + "." + method.getName()
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .toList();
                int most = bounds.getOrDefault(
                        owner + "." + method.getName(), bounds.getOrDefault(owner, Integer.MAX_VALUE));
                found.put(
                        name,
                        new TextFunction(name, text -> call(method, text.substring(0, Math.min(most, text.length())))));
            }
        });
        if (!unknown.isEmpty() || !unused.isEmpty()) {
            throw new AssertionError("functions of text that nobody feeds; give what they need, or except them with a"
                    + " reason: " + unknown + "; exceptions and bounds that fit nothing: " + unused);
        }
        return List.copyOf(found.values());
    }

    private Stream<Method> methods() {
        return packages.stream()
                .flatMap(root ->
                        ReflectionSupport.findAllClassesInPackage(root, TextFunctions::isProduct, any -> true).stream())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && !method.isBridge())
                .filter(method -> (method.getModifiers() & (Modifier.PRIVATE | Modifier.ABSTRACT)) == 0)
                .filter(method ->
                        Arrays.stream(method.getGenericParameterTypes()).anyMatch(this::isText));
    }

    private static boolean isProduct(Class<?> type) {
        String location =
                type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return !location.contains("test-classes") && !type.isSynthetic() && !type.isEnum();
    }

    private boolean isText(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[0].equals(String.class)
                    && generic.getRawType() instanceof Class<?> raw
                    && texts.containsKey(raw);
        }
        return type instanceof Class<?> plain && !Collection.class.isAssignableFrom(plain) && texts.containsKey(plain);
    }

    private Optional<Class<?>> missing(Method method) {
        Type[] parameters = method.getGenericParameterTypes();
        for (int i = 0; i < parameters.length; i++) {
            if (!isText(parameters[i]) && !values.containsKey(method.getParameterTypes()[i])) {
                return Optional.of(method.getParameterTypes()[i]);
            }
        }
        Class<?> owner = method.getDeclaringClass();
        boolean receiver = Modifier.isStatic(method.getModifiers())
                || values.containsKey(owner)
                || texts.containsKey(owner)
                || constructor(owner).isPresent();
        return receiver ? Optional.empty() : Optional.of(owner);
    }

    private void call(Method method, String text) throws Throwable {
        Type[] types = method.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Class<?> plain = method.getParameterTypes()[i];
            arguments[i] = isText(types[i]) ? made(plain, text) : values.get(plain);
        }
        method.setAccessible(true);
        try {
            method.invoke(Modifier.isStatic(method.getModifiers()) ? null : receiver(method, text), arguments);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getTargetException();
            boolean declared = Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(cause));
            if (!declared) {
                throw cause;
            }
        }
    }

    private Object receiver(Method method, String text) throws ReflectiveOperationException {
        Class<?> owner = method.getDeclaringClass();
        if (values.containsKey(owner)) {
            return values.get(owner);
        }
        if (texts.containsKey(owner)) {
            return made(owner, text);
        }
        Constructor<?> constructor = constructor(owner).orElseThrow();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private Object made(Class<?> type, String text) {
        return Objects.requireNonNull(texts.get(type)).apply(text);
    }

    private static Optional<Constructor<?>> constructor(Class<?> owner) {
        return Arrays.stream(owner.getDeclaredConstructors())
                .filter(each -> each.getParameterCount() == 0)
                .findFirst();
    }

    private static String owner(Method method) {
        String name = method.getDeclaringClass().getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
