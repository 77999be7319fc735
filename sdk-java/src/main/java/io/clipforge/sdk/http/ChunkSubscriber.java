package io.clipforge.sdk.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Hands the body over as {@link Chunks} as soon as the headers are there. */
final class ChunkSubscriber implements BodySubscriber<Chunks> {
    private final CompletableFuture<Chunks> body = new CompletableFuture<>();

    @Override
    public CompletionStage<Chunks> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        body.complete(new Chunks(subscription));
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            if (bytes.length > 0) {
                body.join().add(bytes);
            }
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.join().end(cause);
    }

    @Override
    public void onComplete() {
        body.join().end(null);
    }
}
