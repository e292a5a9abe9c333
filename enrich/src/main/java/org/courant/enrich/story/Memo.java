package org.courant.enrich.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The answers of a pure function to what it was asked last. It gives the answers that the function itself would give,
 * so it is no state: a story is put together anew whenever one of its items comes again, and mostly from the same text.
 */
final class Memo<Q, A> {
    /** A paper comes once for each list that it stands in, all of them on one day. */
    private static final int MOST = 256;

    /** What is longer is rare, and would need much memory. */
    private static final int MOST_CHARACTERS = 10_000;

    private final Function<Q, A> function;
    private final ToIntFunction<Q> characters;
    private final Map<Q, A> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
            return size() > MOST;
        }
    };

    /** @param characters about how long a question is */
    Memo(Function<Q, A> function, ToIntFunction<Q> characters) {
        this.function = function;
        this.characters = characters;
    }

    A of(Q question) {
        return characters.applyAsInt(question) > MOST_CHARACTERS
                ? function.apply(question)
                : answers.computeIfAbsent(question, function);
    }
}
