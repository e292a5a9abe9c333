package org.courant.enrich.summarise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which a summary tells: the background last, everything else as the source has it. Background that the
 * first sentence about the work cannot be read without stays before it.
 */
final class Arrangement {
    private Arrangement() {}

    static List<Statement> of(List<Statement> chosen) {
        List<Statement> background =
                new ArrayList<>(chosen.stream().filter(Statement::isBackground).toList());
        List<Statement> work = chosen.stream().filter(s -> !s.isBackground()).toList();
        if (work.isEmpty()) {
            return chosen;
        }
        List<Statement> before = new ArrayList<>();
        Statement first = work.get(0);
        while (first.needsPrevious() && !background.isEmpty()) {
            Statement last = background.remove(background.size() - 1);
            if (last.index() != first.index() - 1) {
                background.add(last);
                break;
            }
            before.add(0, last);
            first = last;
        }
        return Stream.of(before, work, background).flatMap(List::stream).toList();
    }
}
