package org.courant.ingest.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in a sentence why there is no answer. */
final class Failures {
    private Failures() {}

    static String describe(URI uri, IOException failure) {
        if (failure instanceof ForbiddenAddressException) {
            return uri + " is refused: " + failure.getMessage();
        }
        if (failure instanceof LimitExceededException) {
            return uri + " is refused: " + failure.getMessage();
        }
        return uri + " did not answer: " + cause(failure, uri);
    }

    private static String cause(IOException failure, URI uri) {
        if (failure instanceof UnknownHostException) {
            return "the host " + uri.getHost() + " has no address; check the URL and the name service";
        }
        if (failure instanceof NoHttpResponseException || isReset(failure)) {
            return "the server closed the connection";
        }
        if (failure instanceof ConnectException) {
            return "no connection to port " + port(uri) + " (" + failure.getMessage() + ")";
        }
        if (failure instanceof ConnectionClosedException || failure instanceof EOFException) {
            return "the body ended early";
        }
        if (failure instanceof ZipException) {
            return "the body is not the gzip that it says it is (" + failure.getMessage() + ")";
        }
        if (failure instanceof SocketTimeoutException) {
            return "the server was silent for too long (" + failure.getMessage() + ")";
        }
        if (failure instanceof SSLException) {
            return "no secure connection (" + failure.getMessage() + ")";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static boolean isReset(IOException failure) {
        return failure instanceof SocketException && !(failure instanceof ConnectException);
    }

    private static int port(URI uri) {
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? standard : uri.getPort();
    }
}
