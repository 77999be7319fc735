package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.Caller.Answer;
import io.clipforge.api.contract.Contract;
import io.clipforge.api.contract.Contract.Operation;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.micronaut.http.HttpMethod;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract against every kind of caller who must not get through, over HTTP.
 * Made from the contract: an operation is covered the moment it is specified. What each role may do
 * is in {@link RolesTest}.
 */
class AuthorizationMatrixTest {
    /** What belongs to the organization as a whole, whichever environment a key is for. */
    private static final Set<String> OF_THE_ORGANIZATION =
            Set.of(
                    "organization",
                    "members",
                    "invitations",
                    "sessions",
                    "oauth_clients",
                    "api_keys",
                    "audit_log");

    private static final Contract CONTRACT = ControlPlane.bean(Contract.class);
    private static final Map<String, Set<String>> COVERED = new LinkedHashMap<>();
    private static final Estate ESTATE = new Estate();
    private static final Map<String, String> BEFORE = new HashMap<>();
    private static int requests;

    @BeforeAll
    static void rememberWhatIsThere() {
        readable().forEach(it -> BEFORE.put(it, version(it)));
    }

    @AfterAll
    static void nothingHasChangedAndEverythingIsCovered() {
        readable().forEach(it -> assertEquals(BEFORE.get(it), version(it), it));
        for (var it : COVERED.entrySet()) {
            assertEquals(operationIds(), it.getValue(), it.getKey());
            System.out.printf(
                    "authorization, %s: %d of %d operations%n",
                    it.getKey(), it.getValue().size(), CONTRACT.operations().size());
        }
        System.out.printf("authorization: %d requests%n", requests);
    }

    @Test
    void withoutACredentialOnlyWhatIsOpenAnswers() {
        over(
                "no credential",
                it -> {
                    int status = send(Caller.without(), it, ESTATE.path(it), body(it)).status();
                    // a sign-in that fails is a 401 of its own
                    assertTrue(it.open() ? status != 403 : status == 401, it.operationId());
                });
    }

    @Test
    void aMalformedCredentialIsNone() {
        var key = ESTATE.owner.key;
        var wrongChecksum = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
        for (var text : List.of(wrongChecksum, "cf_live_", "a.b.c", "null", "x".repeat(4_000))) {
            over(
                    "malformed credential",
                    it -> {
                        if (!it.open()) {
                            refused(401, Caller.with(text), it);
                        }
                    });
        }
    }

    @Test
    void anExpiredKeyIsNone() throws SQLException {
        var expired = key(Set.of("*"));
        Database.execute(
                "update api_keys set expires_at = now() - interval '1 second' where id = '%s'"
                        .formatted(expired.id()));
        over(
                "expired key",
                it -> {
                    if (!it.open()) {
                        refused(401, expired.caller(), it);
                    }
                });
    }

    @Test
    void aRevokedKeyIsNone() {
        var revoked = key(Set.of("*"));
        assertEquals(204, ESTATE.owner.api.delete("/v1/api_keys/" + revoked.text()).status());
        over(
                "revoked key",
                it -> {
                    if (!it.open()) {
                        refused(401, revoked.caller(), it);
                    }
                });
    }

    @Test
    void aKeyWithEveryOtherScopeIsForbidden() {
        var byMissingScope = new HashMap<String, Caller>();
        over(
                "wrong scope",
                it -> {
                    if (!it.open()) {
                        var others = new TreeSet<>(scopes());
                        assertTrue(
                                others.remove(it.scope()),
                                it.scope() + " is no scope of the contract");
                        var caller =
                                byMissingScope.computeIfAbsent(
                                        it.scope(), _ -> key(others).caller());
                        refused(403, caller, it);
                    }
                });
    }

    @Test
    void aKeyWithTheOneScopeThatIsNamedGetsThrough() {
        var byScope = new HashMap<String, Caller>();
        over(
                "right scope",
                it -> {
                    if (!it.open()) {
                        var caller =
                                byScope.computeIfAbsent(
                                        it.scope(), scope -> key(Set.of(scope)).caller());
                        var status = send(caller, it, Estate.pathToNothing(it), "{}").status();
                        assertFalse(
                                status == 401 || status == 403, it.operationId() + ": " + status);
                    }
                });
    }

    @Test
    void whatIsReturnedBesideNeedsAScopeOfItsOwn() {
        int asked = 0;
        for (var operation : CONTRACT.operations()) {
            for (var expansion : operation.expansions().entrySet()) {
                var path = ESTATE.path(operation) + "?expand=" + expansion.getKey();
                var without = key(Set.of(operation.scope())).caller();
                assertEquals(403, without.get(path).status(), path);
                var with = key(Set.of(operation.scope(), expansion.getValue())).caller();
                assertEquals(200, with.get(path).status(), path);
                asked++;
            }
        }
        assertEquals(6, asked);
    }

    @Test
    void toAnotherOrganizationNothingIsThere() {
        var stranger = new Customer();
        over(
                "other organization",
                it -> {
                    if (!it.open()) {
                        seesNothing(stranger.api, it);
                    }
                });
    }

    @Test
    void toTheOtherEnvironmentNothingIsThere() {
        var test = Caller.with(ControlPlane.issue(ESTATE.owner.organization, Environment.TEST));
        over(
                "wrong environment",
                it -> {
                    var resource = it.scope().split(":", 2)[0];
                    if (!it.open() && !OF_THE_ORGANIZATION.contains(resource)) {
                        seesNothing(test, it);
                    }
                });
    }

    /** What is named is not found, what is listed is not shown, what is given is not taken. */
    private static void seesNothing(Caller caller, Operation operation) {
        var answer = send(caller, operation, ESTATE.path(operation), body(operation));
        if (!Specification.pathParameters(operation).isEmpty()) {
            assertEquals(404, answer.status(), operation.operationId());
        } else if (operation.method() == HttpMethod.GET) {
            assertEquals(200, answer.status(), operation.operationId());
            var shown = answer.body().toString();
            ESTATE.ids().forEach(id -> assertFalse(shown.contains(id), operation.operationId()));
        } else if (Specification.body(operation).filter(ESTATE::mentions).isPresent()) {
            assertTrue(
                    answer.status() == 404 || answer.status() == 422,
                    operation.operationId() + ": " + answer.status());
        }
    }

    private static void refused(int status, Caller caller, Operation operation) {
        var answer = send(caller, operation, ESTATE.path(operation), body(operation));
        assertEquals(status, answer.status(), operation.operationId());
    }

    private static Answer send(Caller caller, Operation operation, String path, String body) {
        requests++;
        boolean takesBody = Specification.body(operation).isPresent();
        return caller.send(
                operation.method().name(),
                path,
                takesBody ? body : null,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static String body(Operation operation) {
        return Specification.body(operation)
                .map(Specification.Body::example)
                .map(ESTATE::localise)
                .map(JsonNode::toString)
                .orElse("");
    }

    /** What is asked of each operation. */
    @FunctionalInterface
    private interface Question {
        void of(Operation operation);
    }

    private static void over(String caller, Question question) {
        var covered = COVERED.computeIfAbsent(caller, _ -> new TreeSet<>());
        for (var operation : CONTRACT.operations()) {
            question.of(operation);
            covered.add(operation.operationId());
        }
    }

    private record Key(String text, UUID id, Caller caller) {}

    private static Key key(Set<String> scopes) {
        var named = scopes.contains("*") ? scopes() : scopes;
        var quoted = named.stream().map(it -> "\"" + it + "\"").toList();
        var made =
                ESTATE.owner.api.post(
                        "/v1/api_keys",
                        "{\"name\": \"matrix\", \"environment\": \"live\", \"scopes\": %s}"
                                .formatted(quoted));
        assertEquals(201, made.status(), () -> made.body().toString());
        var id = TypeId.API_KEY.find(made.text("id")).orElseThrow();
        return new Key(made.text("id"), id, Caller.with(made.text("secret")));
    }

    private static Set<String> scopes() {
        var scopes = new TreeSet<String>();
        Specification.document()
                .at("/components/schemas/Scope/enum")
                .forEach(it -> scopes.add(it.asText()));
        return scopes;
    }

    /** Every single resource of the estate that the contract can read and that stands still. */
    private static List<String> readable() {
        return CONTRACT.operations().stream()
                .filter(it -> it.method() == HttpMethod.GET)
                .filter(it -> it.path().endsWith("}"))
                .filter(it -> !it.path().startsWith("/v1/deliveries/")) // tried again all the time
                .map(ESTATE::path)
                .toList();
    }

    /** What changes whenever the resource does; not signed addresses, which are new each time. */
    private static String version(String path) {
        var answer = ESTATE.owner.api.get(path);
        assertEquals(200, answer.status(), path);
        var body = answer.body();
        return body.path("status").asText() + " " + body.path("updated_at").asText();
    }

    private static Set<String> operationIds() {
        var ids = new TreeSet<String>();
        CONTRACT.operations().forEach(it -> ids.add(it.operationId()));
        return ids;
    }
}
