package io.clipforge.sdk;

import static io.clipforge.sdk.FakeApi.bytes;
import static io.clipforge.sdk.FakeApi.json;
import static io.clipforge.sdk.FakeApi.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.sdk.errors.ApiException;
import io.clipforge.sdk.errors.BadRequestException;
import io.clipforge.sdk.errors.ClipForgeException;
import io.clipforge.sdk.errors.ConflictException;
import io.clipforge.sdk.errors.ForbiddenException;
import io.clipforge.sdk.errors.NotFoundException;
import io.clipforge.sdk.errors.PreconditionFailedException;
import io.clipforge.sdk.errors.RateLimitedException;
import io.clipforge.sdk.errors.ServerException;
import io.clipforge.sdk.errors.UnauthenticatedException;
import io.clipforge.sdk.errors.UnexpectedAnswerException;
import io.clipforge.sdk.errors.UnprocessableException;
import io.clipforge.sdk.model.CreatedApiKey;
import io.clipforge.sdk.model.CreatedWebhookEndpoint;
import io.clipforge.sdk.model.NewApiKey;
import io.clipforge.sdk.model.RotatedWebhookSecret;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void everyStatusHasItsException() {
        Map<Integer, Class<? extends ApiException>> expected =
                Map.of(
                        400, BadRequestException.class,
                        401, UnauthenticatedException.class,
                        403, ForbiddenException.class,
                        404, NotFoundException.class,
                        409, ConflictException.class,
                        412, PreconditionFailedException.class,
                        422, UnprocessableException.class,
                        429, RateLimitedException.class,
                        500, ServerException.class,
                        413, ApiException.class);
        expected.forEach((status, type) -> {
            api.on("GET /v1/organization", problem(status, "some_code"));
            ApiException thrown = thrown();
            assertEquals(type, thrown.getClass());
            assertEquals(status, thrown.status());
        });
    }

    @Test
    void aProblemTellsWhatTheServerSaid() {
        api.on(
                "GET /v1/organization",
                json(
                        422,
                        """
                        {"type":"https://api.clipforge.io/problems/validation_failed","title":"A value is not acceptable","status":422,
                         "code":"validation_failed","detail":"One value is not acceptable.","request_id":"req_7","news":1,
                         "errors":[{"pointer":"/name","code":"too_long","detail":"name may have at most 200 characters."}]}\
                        """));

        ApiException thrown = thrown();

        assertEquals("validation_failed", thrown.code());
        assertEquals("One value is not acceptable.", thrown.detail().orElseThrow());
        assertEquals("req_7", thrown.requestId().orElseThrow());
        assertEquals("/name", thrown.fieldErrors().get(0).getPointer());
        assertEquals(
                "422 validation_failed: One value is not acceptable. (request req_7)",
                thrown.getMessage());
    }

    @Test
    void aJobThatIsNotDeadIsNotRedriven() {
        api.on("POST /v1/jobs/job_1/redrive", problem(409, "job_not_redrivable"));

        ConflictException thrown =
                assertThrows(ConflictException.class, () -> api.client().jobs().redrive("job_1"));

        assertEquals("job_not_redrivable", thrown.code());
        assertEquals(1, api.seen.size());
    }

    @Test
    void aProxysPageIsAProblemToo() {
        byte[] page = "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8);
        api.on("GET /v1/organization", bytes(502, "text/html", page, "Request-Id", "req_9"));

        ApiException thrown = thrown();

        assertInstanceOf(ServerException.class, thrown);
        assertEquals("http_502", thrown.code());
        assertEquals("req_9", thrown.requestId().orElseThrow());
        assertTrue(thrown.fieldErrors().isEmpty());
    }

    @Test
    void aSuccessThatIsNotJsonIsNotTakenForOne() {
        byte[] page =
                "<html>Log in to this hotel's network</html>".getBytes(StandardCharsets.UTF_8);
        api.on("GET /v1/organization", bytes(200, "text/html", page));

        assertThrows(UnexpectedAnswerException.class, () -> api.client().organization().get());
    }

    @Test
    void anAnswerThatCannotBeReadIsNotQuoted() {
        api.on(
                "POST /v1/api_keys",
                json(
                        201,
                        "{\"id\":\"key_1\",\"expires_at\":\"cf_live_leak\",\"secret\":\"cf_live_leak\"}"));

        UnexpectedAnswerException thrown =
                assertThrows(
                        UnexpectedAnswerException.class,
                        () -> api.client().apiKeys().create(new NewApiKey().name("ci")));
        assertFalse(text(thrown).contains("leak"), text(thrown));
    }

    @Test
    void aRedirectIsNotFollowed() {
        api.on("GET /v1/organization", json(302, "", "Location", api.url() + "/elsewhere"));

        assertEquals(302, thrown().status());
        assertTrue(api.seen("GET /elsewhere").isEmpty());
    }

    @Test
    void neitherClientNorExceptionsTellTheKey() {
        api.on("GET /v1/organization", problem(401, "unauthenticated"));

        assertFalse(text(thrown()).contains(FakeApi.KEY));
        assertEquals("ClipForge[" + api.url() + "]", api.client().toString());
        IllegalArgumentException broken =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ClipForge.builder().apiKey("cf_live_one\ncf_live_two").build());
        assertFalse(text(broken).contains("cf_live"), text(broken));
    }

    @Test
    void anObjectDoesNotPrintItsSecret() {
        String key = new CreatedApiKey().id("key_1").secret("cf_live_leak").toString();

        assertTrue(key.contains("id=key_1"), key);
        assertFalse(key.contains("leak"), key);
        assertFalse(new CreatedWebhookEndpoint().secret("whsec_leak").toString().contains("leak"));
        assertFalse(new RotatedWebhookSecret().secret("whsec_leak").toString().contains("leak"));
    }

    private ApiException thrown() {
        ClipForge client = api.builder().maxRetries(0).build();
        return (ApiException)
                assertThrows(ClipForgeException.class, () -> client.organization().get());
    }

    private static String text(Throwable thrown) {
        return thrown.getCause() == null ? thrown.toString() : thrown + text(thrown.getCause());
    }
}
