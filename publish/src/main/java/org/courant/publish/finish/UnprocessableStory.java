package org.courant.publish.finish;

/** A record on the topic of stories that no entry can be made of; it becomes a dead letter with this message. */
final class UnprocessableStory extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnprocessableStory(String message) {
        super(message);
    }
}
