package org.courant.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** Sends answers the way they ask for. */
final class HttpDelivery {
    private static final long DRIP_MILLIS = 50;
    private static final int NO_BODY = -1;
    private static final int CHUNKED = 0;

    private HttpDelivery() {}

    static void deliver(HttpAnswer answer, HttpExchange exchange) throws IOException, InterruptedException {
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = answer.body();
        if (body.length == 0
                || answer.status() == 304
                || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
            return;
        }
        boolean endless = answer.delivery() == HttpAnswer.Delivery.ENDLESS;
        exchange.sendResponseHeaders(answer.status(), endless ? CHUNKED : body.length);
        send(body, answer.delivery(), exchange.getResponseBody());
    }

    private static void send(byte[] body, HttpAnswer.Delivery delivery, OutputStream out)
            throws IOException, InterruptedException {
        switch (delivery) {
            case WHOLE -> out.write(body);
            case TRUNCATED -> firstHalf(body, out);
            case STALLED -> {
                firstHalf(body, out);
                Thread.currentThread().join(); // until close() interrupts
            }
            case DRIPPING -> drip(body, out);
            case ENDLESS -> forever(body, out);
        }
    }

    private static void firstHalf(byte[] body, OutputStream out) throws IOException {
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    private static void drip(byte[] body, OutputStream out) throws IOException, InterruptedException {
        for (byte each : body) {
            out.write(each);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS);
        }
    }

    private static void forever(byte[] body, OutputStream out) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            out.write(body);
        }
    }
}
