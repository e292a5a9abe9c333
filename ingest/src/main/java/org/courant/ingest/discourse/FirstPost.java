package org.courant.ingest.discourse;

import com.google.re2j.Pattern;
import org.courant.ingest.text.HtmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The text of a topic's first post.
 *
 * <p>A feed puts the post between fixed parts in the language of the forum: a tail with the number of posts and a link
 * to the topic, and in older versions a line that names the author and a quotation around the post. They are told by
 * their form, since the words differ, and taken off, since the numbers change with every reply.
 */
final class FirstPost {
    private static final Pattern COUNT = Pattern.compile("\\D{1,40}\\d[\\d.,\\s]{0,12}\\D{0,20}");
    private static final Pattern USER = Pattern.compile(".*/u(?:sers)?/[^/]+/?");
    private static final String CHROME = ".lightbox-wrapper .meta, .quote-controls, .d-lazyload-placeholder, .anchor";

    private FirstPost() {}

    /** The text of a post as the forum's JSON has it. */
    static String ofJson(String cooked) {
        return text(Jsoup.parseBodyFragment(cooked).body());
    }

    /** The text of a post as a feed has it. */
    static String ofFeed(String description) {
        Element body = Jsoup.parseBodyFragment(description).body();
        Element tail = body.lastElementChild();
        if (isOnlyLink(tail)) {
            removeLast(body);
            if (isSmallPrint(body.lastElementChild())) {
                removeLast(body);
            } else {
                removeCounts(body);
                unwrapQuotation(body);
            }
        }
        return text(body);
    }

    private static String text(Element body) {
        body.select(CHROME).remove();
        return HtmlText.toText(body);
    }

    /** "Read full topic". */
    private static boolean isOnlyLink(@Nullable Element paragraph) {
        return paragraph != null
                && paragraph.normalName().equals("p")
                && paragraph.childrenSize() == 1
                && paragraph.child(0).normalName().equals("a")
                && paragraph.ownText().isBlank()
                && paragraph.child(0).attr("href").contains("/t/");
    }

    /** "3 posts - 2 participants". */
    private static boolean isSmallPrint(@Nullable Element paragraph) {
        return paragraph != null
                && paragraph.normalName().equals("p")
                && paragraph.childrenSize() == 1
                && paragraph.child(0).normalName().equals("small")
                && paragraph.ownText().isBlank();
    }

    /** "Posts: 1" and "Participants: 1". */
    private static void removeCounts(Element body) {
        for (int i = 0; i < 2; i++) {
            Element last = body.lastElementChild();
            boolean count = last != null
                    && last.normalName().equals("p")
                    && last.childrenSize() == 0
                    && COUNT.matcher(last.text()).matches();
            if (count) {
                removeLast(body);
            }
        }
    }

    /** "@jane wrote:" and the post as a quotation. */
    private static void unwrapQuotation(Element body) {
        boolean wrapped = body.childrenSize() == 2
                && body.child(0).normalName().equals("p")
                && body.child(0).childrenSize() == 1
                && USER.matches(body.child(0).child(0).attr("href"))
                && body.child(1).normalName().equals("blockquote");
        if (wrapped) {
            body.child(0).remove();
            body.child(0).unwrap();
        }
    }

    private static void removeLast(Element body) {
        Element last = body.lastElementChild();
        if (last != null) {
            last.remove();
        }
    }
}
