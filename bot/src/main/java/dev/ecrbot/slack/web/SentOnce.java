package dev.ecrbot.slack.web;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps the HTTP client from sending a request again by itself after a connection broke: Slack may have had it, and a
 * message would stand there twice. Other addresses of the host may still be tried before anything was sent.
 */
final class SentOnce {
    private final AtomicBoolean sent = new AtomicBoolean();

    private SentOnce() {}

    static Response mark(Interceptor.Chain chain) throws IOException {
        return chain.proceed(
                chain.request().newBuilder().tag(SentOnce.class, new SentOnce()).build());
    }

    static Response check(Interceptor.Chain chain) throws IOException {
        SentOnce tag = chain.request().tag(SentOnce.class);
        if (tag != null && !tag.sent.compareAndSet(false, true)) {
            // Of all exceptions this is the one that the client takes for final.
            throw new ProtocolException("the answer got lost, and the request isn't sent twice");
        }
        return chain.proceed(chain.request());
    }
}
