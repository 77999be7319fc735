package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.bytes;
import static io.clipforge.sdk.FakeApi.json;
import static io.clipforge.sdk.FakeApi.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.sdk.errors.ApiException;
import io.clipforge.sdk.errors.NotFoundException;
import io.clipforge.sdk.errors.ServerException;
import io.clipforge.sdk.errors.TimeoutException;
import io.clipforge.sdk.errors.WaitTimeoutException;
import io.clipforge.sdk.model.NewProject;
import io.clipforge.sdk.model.Project;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallOptionsTest {
    private static final String GET = "GET /v1/projects/prj_1";

    private final FakeApi api = new FakeApi();
    private final List<ApiResponse> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void everyAnswerIsHeardThoseOfFailedAttemptsAsWell() {
        api.on(
                "POST /v1/projects",
                problem(503, "service_unavailable", "Request-Id", "req_1"),
                json(
                        201,
                        "{\"id\":\"prj_1\"}",
                        "Request-Id",
                        "req_2",
                        "Idempotent-Replayed",
                        "true",
                        "RateLimit",
                        "\"burst\";r=50;t=30, \"day\";r=900"));

        api.client()
                .with(it -> it.withOnResponse(heard::add))
                .projects()
                .create(new NewProject().name("Show"));

        assertEquals(List.of(503, 201), heard.stream().map(ApiResponse::status).toList());
        ApiResponse last = heard.get(1);
        assertEquals("POST /v1/projects", last.method() + " " + last.path());
        assertEquals(Optional.of("req_2"), last.requestId());
        assertTrue(last.replayed());
        assertEquals(
                List.of(
                        new ApiResponse.RateLimit("burst", 50, Optional.of(Duration.ofSeconds(30))),
                        new ApiResponse.RateLimit("day", 900, Optional.empty())),
                last.rateLimits());
    }

    @Test
    void aClientWithOtherOptionsLeavesTheFirstAsItWas() {
        api.on(GET, problem(500, "internal_error"));
        ClipForge client = api.client();
        ClipForge hasty = client.with(it -> it.withMaxRetries(0).withHeader("X-Team", "video"));

        assertThrows(ServerException.class, () -> hasty.projects().get("prj_1"));
        assertEquals(1, api.seen.size());
        assertEquals("video", api.seen.get(0).header("X-Team"));

        assertThrows(ServerException.class, () -> client.projects().get("prj_1"));
        assertEquals(4, api.seen.size());
        assertEquals("", api.seen.get(3).header("X-Team"));
    }

    @Test
    void aTimeoutOfACallIsItsOwn() {
        CountDownLatch over = new CountDownLatch(1);
        api.on(GET, exchange -> untilOver(over));
        ClipForge hasty =
                api.client().with(it -> it.withTimeout(Duration.ofMillis(100)).withMaxRetries(0));

        assertThrows(TimeoutException.class, () -> hasty.projects().get("prj_1"));
        over.countDown();
        assertThrows(
                IllegalArgumentException.class,
                () -> api.client().with(it -> it.withTimeout(Duration.ZERO)));
    }

    @Test
    void aWaitEndsAfterItsTimeThoughTheStreamStaysOpen() {
        CountDownLatch over = new CountDownLatch(1);
        api.on(
                "GET /v1/jobs/job_1/events",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(":\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    untilOver(over);
                });
        ClipForge client =
                ClipForge.builder()
                        .apiKey(FakeApi.KEY)
                        .baseUrl(api.url())
                        .build()
                        .with(it -> it.withWaitTimeout(Duration.ofMillis(300)));

        assertThrows(WaitTimeoutException.class, () -> client.jobs().follow("job_1", event -> {}));
        over.countDown();
    }

    @Test
    void aCallMayRunBesideItsCaller() throws Exception {
        api.on(GET, json(200, "{\"id\":\"prj_1\"}"));

        CompletableFuture<Project> project =
                api.client().async(client -> client.projects().get("prj_1"));

        assertEquals("prj_1", project.get().getId());
        CompletableFuture<Project> missing =
                api.client().async(client -> client.projects().get("prj_2"));
        ExecutionException failure = assertThrows(ExecutionException.class, missing::get);
        assertInstanceOf(NotFoundException.class, failure.getCause());
    }

    @Test
    void aCancelledCallIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<String> call =
                api.client()
                        .async(client -> {
                            begun.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                ended.countDown();
                            }
                            return "never";
                        });
        begun.await();

        assertTrue(call.cancel(true));
        ended.await();
        assertTrue(call.isCancelled());
    }

    @Test
    void requestsGoThroughAProxyAndNeverFollowARedirect() {
        try (FakeApi proxy = new FakeApi()) {
            proxy.on(GET, bytes(302, "text/plain", new byte[0], "Location", api.url()));
            ClipForge client =
                    api.builder()
                            .baseUrl("http://clipforge.invalid")
                            .http(it ->
                                    it.proxy(
                                                    ProxySelector.of(
                                                            new InetSocketAddress(
                                                                    InetAddress
                                                                            .getLoopbackAddress(),
                                                                    proxy.port())))
                                            .followRedirects(HttpClient.Redirect.ALWAYS))
                            .build();

            assertThrows(ApiException.class, () -> client.projects().get("prj_1"));
            assertEquals(1, proxy.seen.size());
            assertEquals(List.of(), api.seen);
        }
    }

    private static void untilOver(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
