package org.courant.publish.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Shares what one page may show among the sections of an edition, so that a page stays small however large the day was:
 * turn by turn each section gets one more entry, until all are shown or the budget is spent.
 *
 * @param most entries on the page
 */
record ReadingBudget(int most) {
    /** How many entries each section shows, in the order of the sizes. */
    List<Integer> share(List<Integer> sizes) {
        int[] shares = new int[sizes.size()];
        int left = most;
        boolean given = true;
        while (left > 0 && given) {
            given = false;
            for (int i = 0; i < shares.length && left > 0; i++) {
                if (shares[i] < sizes.get(i)) {
                    shares[i]++;
                    left--;
                    given = true;
                }
            }
        }
        List<Integer> result = new ArrayList<>(shares.length);
        for (int share : shares) {
            result.add(share);
        }
        return result;
    }
}
