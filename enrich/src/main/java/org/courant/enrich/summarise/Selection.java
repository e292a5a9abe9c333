package org.courant.enrich.summarise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Chooses the sentences of a summary: the best one of each role, so that it says what was done, how, what came out and
 * why it matters, one with a figure, and as many of the others about the work as there is room for; then background,
 * the nearest to the work first, where the summary is still short. A sentence that needs the one before it brings it
 * along, or is left out.
 */
final class Selection {
    private static final int LEAST_SENTENCES = 5;
    private static final int MOST_SENTENCES = 8;
    private static final int MOST_WORDS = 180;

    /** A summary of so many words needs no more background. */
    private static final int ENOUGH_WORDS = 130;

    private static final List<Role> WANTED = List.of(Role.RESULT, Role.METHOD, Role.SIGNIFICANCE);
    private static final Comparator<Statement> BEST_FIRST =
            Comparator.comparingDouble((Statement s) -> -s.score()).thenComparing(Statement::index);

    private final List<Statement> statements;
    private final NavigableMap<Integer, Statement> chosen = new TreeMap<>();
    private int words;

    private Selection(List<Statement> statements) {
        this.statements = statements;
    }

    /** The chosen statements in the order of the source. */
    static List<Statement> of(List<Statement> statements) {
        return new Selection(statements).choose();
    }

    private List<Statement> choose() {
        statements.stream()
                .filter(statement -> statement.role() == Role.CONTRIBUTION)
                .findFirst()
                .ifPresent(this::add);
        addBest(statement -> statement.hasFigure() && !statement.isBackground());
        addBest(Statement::hasFigure);
        WANTED.forEach(role -> addBest(statement -> statement.role() == role));
        statements.stream().filter(s -> !s.isBackground()).sorted(BEST_FIRST).forEach(this::add);
        for (int i = statements.size() - 1; i >= 0; i--) {
            boolean enough = chosen.size() >= LEAST_SENTENCES && words >= ENOUGH_WORDS;
            if (statements.get(i).isBackground() && !enough) {
                add(statements.get(i));
            }
        }
        return List.copyOf(chosen.values());
    }

    /** The best one of some, unless one of them is chosen already. */
    private void addBest(Predicate<Statement> some) {
        if (chosen.values().stream().noneMatch(some)) {
            statements.stream().filter(some).min(BEST_FIRST).ifPresent(this::add);
        }
    }

    /**
     * Adds a statement with what it needs; one that is too long for the room that is left is shortened, if it can be.
     */
    private void add(Statement statement) {
        List<Statement> needed = needed(statement);
        if (fits(needed)) {
            take(needed);
            return;
        }
        Optional<Statement> shorter = needed.size() == 1 ? needed.get(0).shortened() : Optional.empty();
        if (shorter.isPresent() && fits(List.of(shorter.get()))) {
            take(List.of(shorter.get()));
        } else if (chosen.isEmpty()) {
            take(List.of(statement.concise()));
        }
    }

    private boolean fits(List<Statement> more) {
        int length = more.stream().mapToInt(Statement::words).sum();
        return chosen.size() + more.size() <= MOST_SENTENCES && words + length <= MOST_WORDS;
    }

    private void take(List<Statement> more) {
        more.forEach(one -> chosen.put(one.index(), one));
        words += more.stream().mapToInt(Statement::words).sum();
    }

    /** A statement and those before it that it cannot be read without, as far as they are not chosen yet. */
    private List<Statement> needed(Statement statement) {
        List<Statement> needed = new ArrayList<>();
        for (int i = statement.index(); i >= 0 && !chosen.containsKey(i); i--) {
            needed.add(statements.get(i).concise());
            if (!statements.get(i).needsPrevious()) {
                break;
            }
        }
        return needed;
    }
}
