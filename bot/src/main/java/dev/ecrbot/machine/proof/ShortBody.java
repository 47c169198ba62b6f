package dev.ecrbot.machine.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** Takes in a text that is no longer than some number of bytes. No thread waits for it: one that comes for ever takes up nothing but itself. */
final class ShortBody implements BodySubscriber<String> {
    private final int longest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

    ShortBody(int longest) {
        this.longest = longest;
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription.compareAndSet(null, given)) {
            given.request(Long.MAX_VALUE);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (part.remaining() > longest - bytes.size()) {
                Optional.ofNullable(subscription.get()).ifPresent(Flow.Subscription::cancel);
                text.completeExceptionally(new IOException(IssuerWords.tooLong()));
                return;
            }
            byte[] some = new byte[part.remaining()];
            part.get(some);
            bytes.write(some, 0, some.length);
        }
    }

    @Override
    public void onError(Throwable why) {
        text.completeExceptionally(why);
    }

    @Override
    public void onComplete() {
        text.complete(bytes.toString(StandardCharsets.UTF_8));
    }
}
