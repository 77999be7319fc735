package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.hangUp;
import static io.clipforge.sdk.FakeApi.json;
import static io.clipforge.sdk.FakeApi.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.sdk.errors.ConflictException;
import io.clipforge.sdk.errors.ConnectionException;
import io.clipforge.sdk.errors.RateLimitedException;
import io.clipforge.sdk.errors.ServerException;
import io.clipforge.sdk.errors.TimeoutException;
import io.clipforge.sdk.model.CreatedInvitation;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewInvitation;
import io.clipforge.sdk.model.Ratio;
import io.clipforge.sdk.model.UploadCompletion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final String ORGANIZATION =
            """
            {"id":"org_1","name":"Acme","created_at":"2026-11-21T09:30:00Z","updated_at":"2026-11-21T09:30:00Z"}\
            """;
    private static final String INVITATION = "{\"id\": \"inv_1\"}";
    private static final String PROJECT = "{\"id\":\"prj_1\",\"name\":\"Show\"}";
    private static final String EXPORT = "{\"id\":\"exp_1\"}";

    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aCallIsRepeatedUnderTheSameIdempotencyKey() {
        api.on(
                "POST /v1/exports",
                problem(503, "service_unavailable"),
                hangUp(),
                json(202, EXPORT));

        assertEquals("exp_1", api.client().exports().create(export()).getId());

        assertEquals(3, api.seen.size());
        Set<String> keys =
                api.seen.stream()
                        .map(seen -> seen.header("Idempotency-Key"))
                        .collect(Collectors.toSet());
        assertEquals(1, keys.size(), keys.toString());
        assertTrue(keys.iterator().next().length() >= 32, keys.toString());
    }

    @Test
    void everyCallHasAnIdempotencyKeyOfItsOwn() {
        api.on("POST /v1/exports", json(202, EXPORT));
        ClipForge client = api.client();

        client.exports().create(export());
        client.exports().create(export());
        client.exports().create(export(), "mine");

        List<String> keys = api.seen.stream().map(seen -> seen.header("Idempotency-Key")).toList();
        assertEquals(3, Set.copyOf(keys).size(), keys.toString());
        assertEquals("mine", keys.get(2));
    }

    @Test
    void retryAfterInSecondsIsWaitedFor() {
        api.on(
                "GET /v1/organization",
                problem(429, "quota_exceeded", "Retry-After", "7"),
                json(200, ORGANIZATION));

        assertEquals("Acme", api.client().organization().get().getName());
        assertEquals(List.of(Duration.ofSeconds(7)), api.pauses);
    }

    @Test
    void retryAfterAsADateIsWaitedFor() {
        api.on(
                "GET /v1/organization",
                problem(429, "quota_exceeded", "Retry-After", "Sat, 21 Nov 2026 09:30:11 GMT"),
                json(200, ORGANIZATION));

        api.client().organization().get();
        assertEquals(List.of(Duration.ofSeconds(11)), api.pauses);
    }

    @Test
    void retryAfterIsNeverLongerThanAMinuteNorShorterThanNothing() {
        api.on(
                "GET /v1/organization",
                problem(429, "quota_exceeded", "Retry-After", "86400"),
                problem(503, "service_unavailable", "Retry-After", "Sat, 21 Nov 2026 09:00:00 GMT"),
                json(200, ORGANIZATION));

        api.client().organization().get();
        assertEquals(List.of(Duration.ofSeconds(60), Duration.ZERO), api.pauses);
    }

    @Test
    void aRetryAfterThatCannotBeReadIsIgnored() {
        api.on(
                "GET /v1/organization",
                problem(503, "service_unavailable", "Retry-After", "soon"),
                json(200, ORGANIZATION));

        api.client().organization().get();
        assertEquals(List.of(Duration.ofMillis(500)), api.pauses);
    }

    @Test
    void waitsDoubleFromHalfASecondToEightSeconds() {
        api.on("GET /v1/organization", problem(500, "internal_error"));
        ClipForge client = api.builder().maxRetries(7).build();

        assertThrows(ServerException.class, () -> client.organization().get());
        assertEquals(
                List.of(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L),
                api.pauses.stream().map(Duration::toMillis).toList());
    }

    @Test
    void waitsAreARandomPartOfTheirCeiling() {
        api.on("GET /v1/organization", problem(500, "internal_error"));
        ClipForge client =
                FakeApi.builder(api.pauses, () -> 0.25).baseUrl(api.url()).maxRetries(2).build();

        assertThrows(ServerException.class, () -> client.organization().get());
        assertEquals(List.of(125L, 250L), api.pauses.stream().map(Duration::toMillis).toList());
    }

    @Test
    void aReadIsRepeatedWhenTheConnectionIsCut() {
        api.on("GET /v1/organization", hangUp(), hangUp(), json(200, ORGANIZATION));

        assertEquals("org_1", api.client().organization().get().getId());
    }

    private CreatedInvitation invite() {
        return api.client().invitations().create(new NewInvitation());
    }

    @Test
    void aPlainPostIsNotRepeatedWhenItMayHaveHadItsEffect() {
        api.on("POST /v1/invitations", hangUp(), json(201, INVITATION));
        ConnectionException cut = assertThrows(ConnectionException.class, () -> invite());
        assertTrue(cut.requestSent());

        api.on("POST /v1/invitations", problem(500, "internal_error"), json(201, INVITATION));
        assertThrows(ServerException.class, () -> invite());

        assertEquals(2, api.seen.size());
        assertEquals("", api.seen.get(0).header("Idempotency-Key"));
    }

    @Test
    void aPlainPostIsRepeatedWhenItSurelyHadNoEffect() {
        api.on(
                "POST /v1/invitations",
                problem(429, "quota_exceeded"),
                problem(503, "service_unavailable"),
                json(201, INVITATION));

        assertEquals("inv_1", invite().getId());
        assertEquals(3, api.seen.size());
    }

    @Test
    void aPostThatTheContractCallsHarmlessIsRepeated() {
        api.on("POST /v1/uploads/upl_1/complete", hangUp(), json(200, "{\"id\":\"upl_1\"}"));

        api.client().uploads().complete("upl_1", new UploadCompletion());
        assertEquals(2, api.seen.size());
    }

    @Test
    void aRedriveIsNotRepeatedWhenItMayHaveHadItsEffect() {
        api.on("POST /v1/jobs/job_1/redrive", hangUp());
        api.on("POST /v1/jobs/redrive", hangUp());

        assertThrows(ConnectionException.class, () -> api.client().jobs().redrive("job_1"));
        assertThrows(ConnectionException.class, () -> api.client().jobs().redriveAll());
        assertEquals(2, api.seen.size());
    }

    @Test
    void anUpdateOfAVersionIsNotRepeatedWhenItMayHaveHadItsEffect() {
        api.on("PATCH /v1/projects/prj_1", hangUp(), json(200, PROJECT));
        var changes = new io.clipforge.sdk.model.ProjectUpdate().name("Show");

        assertThrows(
                ConnectionException.class,
                () -> api.client().projects().update("prj_1", changes, "\"7\""));
        assertEquals("\"7\"", api.seen.get(0).header("If-Match"));
        assertEquals("prj_1", api.client().projects().update("prj_1", changes).getId());
    }

    @Test
    void aRefusedConnectionIsTriedAgainWhateverTheCall() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var opened = new FakeApi[1];
        ClipForge client =
                ClipForge.builder()
                        .apiKey(FakeApi.KEY)
                        .baseUrl("http://127.0.0.1:" + port)
                        .time(
                                pause ->
                                        opened[0] =
                                                new FakeApi(port)
                                                        .on(
                                                                "POST /v1/projects",
                                                                json(201, PROJECT)),
                                java.time.Clock.systemUTC(),
                                () -> 1)
                        .build();

        assertEquals("prj_1", client.projects().create("Show").getId());
        opened[0].close();
    }

    @Test
    void aConnectionThatIsRefusedForGoodIsReported() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        ClipForge client =
                FakeApi.builder(api.pauses, () -> 1).baseUrl("http://127.0.0.1:" + port).build();

        ConnectionException refused =
                assertThrows(ConnectionException.class, () -> client.organization().get());
        assertFalse(refused.requestSent());
        assertEquals(2, api.pauses.size());
    }

    @Test
    void aKeyInUseIsWaitedForAndAnyOtherConflictIsNot() {
        api.on(
                "POST /v1/exports",
                problem(409, "idempotency_key_in_use", "Retry-After", "1"),
                json(202, EXPORT));
        assertEquals("exp_1", api.client().exports().create(export()).getId());
        assertEquals(List.of(Duration.ofSeconds(1)), api.pauses);

        api.on("POST /v1/exports", problem(409, "conflict"));
        assertThrows(ConflictException.class, () -> api.client().exports().create(export()));
        assertEquals(3, api.seen.size());
    }

    @Test
    void retriesEndAndTheLastFailureIsTold() {
        api.on("GET /v1/organization", problem(429, "quota_exceeded", "Retry-After", "3"));

        RateLimitedException limited =
                assertThrows(RateLimitedException.class, () -> api.client().organization().get());
        assertEquals(Duration.ofSeconds(3), limited.retryAfter().orElseThrow());
        assertEquals(3, api.seen.size());

        ClipForge once = api.builder().maxRetries(0).build();
        assertThrows(RateLimitedException.class, () -> once.organization().get());
        assertEquals(4, api.seen.size());
    }

    @Test
    void aServerThatStaysSilentIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        api.on("GET /v1/organization", exchange -> await(over));
        ClipForge client = api.builder().timeout(Duration.ofMillis(400)).maxRetries(1).build();

        TimeoutException silent =
                assertThrows(TimeoutException.class, () -> client.organization().get());
        over.countDown();

        assertEquals(2, api.seen.size());
        assertTrue(silent.toString().contains("/v1/organization"), silent.toString());
    }

    @Test
    void aServerThatFallsSilentInTheBodyIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        api.on(
                "GET /v1/organization",
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    await(over);
                });
        ClipForge client = api.builder().timeout(Duration.ofMillis(400)).maxRetries(0).build();

        assertThrows(TimeoutException.class, () -> client.organization().get());
        over.countDown();
    }

    @Test
    void anInterruptEndsTheCallAndStaysSet() {
        api.on("GET /v1/organization", json(200, ORGANIZATION));
        Thread.currentThread().interrupt();

        assertThrows(ConnectionException.class, () -> api.client().organization().get());
        assertTrue(Thread.interrupted());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static NewExport export() {
        return new NewExport().momentId("mom_1").addRatiosItem(Ratio.VERTICAL_9_16);
    }
}
