package io.clipforge.fleet.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/**
 * A page that plays videos to their ends, one after another, and tells how it went. They are served
 * in ranges, as object stores do.
 */
final class PlayerPage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final String PAGE =
            """
            <!doctype html><meta charset="utf-8"><title>Player</title>
            <video id="player" muted playsinline width="270"></video>
            <script>
              const player = document.getElementById('player');
              const once = (event) =>
                new Promise((resolve) => player.addEventListener(event, resolve, {once: true}));
              async function play(number) {
                const over = Promise.race([once('ended'), once('error')]);
                player.src = number + '.mp4';
                await Promise.race([player.play(), over]).catch(() => {});
                const {type} = await over;
                const quality = player.getVideoPlaybackQuality();
                await fetch('/played', {method: 'POST', body: JSON.stringify({
                  event: type, error: player.error?.message ?? '', at: player.currentTime,
                  width: player.videoWidth, height: player.videoHeight, duration: player.duration,
                  frames: quality.totalVideoFrames, dropped: quality.droppedVideoFrames})});
              }
              (async () => { for (let i = 0; i < COUNT; i++) await play(i); })();
            </script>
            """;

    private final HttpServer server;
    private final List<Path> videos;
    private final BlockingQueue<JsonNode> played = new LinkedBlockingQueue<>();

    PlayerPage(List<Path> videos) throws IOException {
        this.videos = videos;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** How the next one went, when it is over. */
    JsonNode awaitNext() throws InterruptedException {
        return played.take();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/played")) {
                played.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(204, -1);
            } else if (path.endsWith(".mp4")) {
                var number = Integer.parseInt(path.substring(1, path.length() - ".mp4".length()));
                video(exchange, Files.readAllBytes(videos.get(number)));
            } else {
                var page = PAGE.replace("COUNT", String.valueOf(videos.size()));
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                send(exchange, 200, page.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void video(HttpExchange exchange, byte[] file) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "video/mp4");
        headers.set("Accept-Ranges", "bytes");
        var range = exchange.getRequestHeaders().getFirst("Range");
        var match = RANGE.matcher(range == null ? "" : range);
        if (!match.matches()) {
            send(exchange, 200, file);
            return;
        }
        int from = Integer.parseInt(match.group(1));
        int to = match.group(2).isEmpty() ? file.length - 1 : Integer.parseInt(match.group(2));
        headers.set("Content-Range", "bytes %d-%d/%d".formatted(from, to, file.length));
        send(exchange, 206, Arrays.copyOfRange(file, from, to + 1));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
