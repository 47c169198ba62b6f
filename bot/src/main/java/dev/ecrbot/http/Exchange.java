package dev.ecrbot.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one request: what needs no body at once, all else when the body has arrived, without a thread that waits for it. */
final class Exchange extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final Responder responder;
    private final ClientLimits limits;
    private final Dawdlers dawdlers;

    Exchange(Responder responder, ClientLimits limits, Dawdlers dawdlers) {
        this.responder = responder;
        this.limits = limits;
        this.dawdlers = dawdlers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        dawdlers.arrived(request);
        Head head = head(request);
        Optional<HttpAnswer> refusal = responder.refusal(head);
        if (refusal.isPresent()) {
            refuse(response, callback, refusal.get());
        } else if (request.getLength() > limits.bodyBytes()) {
            refuse(response, callback, responder.failure(413));
        } else {
            read(request, head, response, callback);
        }
        return true;
    }

    private void read(Request request, Head head, Response response, Callback callback) {
        Content.Source.asRetainableByteBuffer(
                request,
                request.getComponents().getByteBufferPool(),
                false,
                limits.bodyBytes(),
                Promise.from(
                        body -> send(response, callback, answer(head, BufferUtil.toArray(body.getByteBuffer()))),
                        failure -> refuse(response, callback, responder.failure(status(failure)))));
    }

    private int status(Throwable failure) {
        if (!getServer().isRunning()) {
            return 503;
        }
        // So says Jetty that the body is longer than it was to read.
        return failure instanceof IllegalStateException ? 413 : 400;
    }

    private HttpAnswer answer(Head head, byte[] body) {
        try {
            return responder.answer(head, body);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", head.method(), head.path(), e);
            return responder.failure(500);
        }
    }

    /** What the client still has to send is not read. */
    private static void refuse(Response response, Callback callback, HttpAnswer answer) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        send(response, callback, answer);
    }

    static void send(Response response, Callback callback, HttpAnswer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static Head head(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getName(), request.getHeaders().getValuesList(field.getName()));
        }
        return new Head(
                request.getMethod(),
                Optional.ofNullable(request.getHttpURI().getDecodedPath()).orElse(""),
                headers,
                Request.getRemoteAddr(request));
    }
}
