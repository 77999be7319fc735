package io.clipforge.api.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;

/**
 * Compresses text that is worth it, and no stream of events: a compressor holds an event back until
 * enough others have come.
 */
@Singleton
@Replaces(DefaultHttpCompressionStrategy.class)
final class Compression implements HttpCompressionStrategy {
    private static final int UNKNOWN = -1;

    private final NettyHttpServerConfiguration settings;

    Compression(NettyHttpServerConfiguration settings) {
        this.settings = settings;
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
        var type = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
        long length = HttpUtil.getContentLength(response, UNKNOWN);
        return type != null
                && !type.startsWith(MediaType.TEXT_EVENT_STREAM)
                && MediaType.isTextBased(type)
                && (length == UNKNOWN || length >= settings.getCompressionThreshold());
    }

    @Override
    public int getCompressionLevel() {
        return settings.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
        return Integer.MAX_VALUE;
    }
}
