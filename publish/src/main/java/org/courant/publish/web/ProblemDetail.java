package org.courant.publish.web;

/**
 * What went wrong with a request, as RFC 9457 has it; sent as {@code application/problem+json}.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the phrase of the status
 * @param detail one sentence for a person: the thing, the value and what was expected
 * @param instance path of the request
 */
record ProblemDetail(String type, String title, int status, String detail, String instance) {
    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemDetail of(int status, String title, String detail, String instance) {
        return new ProblemDetail("about:blank", title, status, detail, instance);
    }
}
