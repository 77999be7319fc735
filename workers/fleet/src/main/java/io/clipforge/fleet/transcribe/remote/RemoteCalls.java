package io.clipforge.fleet.transcribe.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the remote engine, again where it is busy or away. It follows no redirect: the key goes to
 * nobody else.
 */
final class RemoteCalls {
    private static final Logger log = LoggerFactory.getLogger(RemoteCalls.class);
    private static final int TOO_MANY_REQUESTS = 429;

    /** A longer wait is for the job's next attempt. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final RemoteSettings settings;

    RemoteCalls(RemoteSettings settings) {
        this.settings = settings;
        client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    record Answer(int status, String body) {
        boolean good() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * @throws IOException when it was busy or away every time
     */
    Answer send(String method, String path, BodyPublisher body, String type, Duration timeout)
            throws IOException, InterruptedException {
        var request = request(method, path, body, timeout).header("Content-Type", type).build();
        var pause = settings.pause();
        for (int left = settings.tries() - 1; ; left--) {
            var problem = "";
            var wait = pause;
            try {
                var response = client.send(request, BodyHandlers.ofString());
                if (!busy(response.statusCode())) {
                    return new Answer(response.statusCode(), response.body());
                }
                problem = "answers with " + response.statusCode();
                wait = retryAfter(response, pause);
            } catch (IOException e) {
                problem = "does not answer: " + e;
            }
            if (left == 0 || wait.compareTo(LONGEST_PAUSE) > 0) {
                throw new IOException("The remote speech engine " + problem);
            }
            log.warn("The remote speech engine {}; {} {} again", problem, method, path);
            Thread.sleep(wait);
            pause = pause.multipliedBy(2);
        }
    }

    /** Without waiting for the answer. */
    void forget(String path) {
        var request =
                request("DELETE", path, HttpRequest.BodyPublishers.noBody(), settings.timeout());
        var _ =
                client.sendAsync(request.build(), BodyHandlers.discarding())
                        .whenComplete((response, problem) -> {
                            if (problem != null || response.statusCode() >= 400) {
                                log.warn("{} was not deleted at the remote engine", path);
                            }
                        });
    }

    private HttpRequest.Builder request(
            String method, String path, BodyPublisher body, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(timeout)
                .header("Authorization", Objects.requireNonNull(settings.key()))
                .method(method, body);
    }

    private static boolean busy(int status) {
        return status == TOO_MANY_REQUESTS || status >= 500;
    }

    /** Seconds; a date is not used by engines. */
    private static Duration retryAfter(HttpResponse<?> response, Duration otherwise) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(it -> it.matches("[0-9]{1,6}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                .orElse(otherwise);
    }
}
