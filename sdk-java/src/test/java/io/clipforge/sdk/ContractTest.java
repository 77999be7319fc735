package io.clipforge.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.sdk.http.Json;
import io.clipforge.sdk.model.ApiKeyLeak;
import io.clipforge.sdk.model.ApiKeyReroll;
import io.clipforge.sdk.model.BrandKitUpdate;
import io.clipforge.sdk.model.DeliveryStatus;
import io.clipforge.sdk.model.EventType;
import io.clipforge.sdk.model.ExportExpansion;
import io.clipforge.sdk.model.ExportStatus;
import io.clipforge.sdk.model.FlowStatus;
import io.clipforge.sdk.model.IngestExpansion;
import io.clipforge.sdk.model.IngestStatus;
import io.clipforge.sdk.model.InvitationAcceptance;
import io.clipforge.sdk.model.JobEvent;
import io.clipforge.sdk.model.JobKind;
import io.clipforge.sdk.model.JobStatus;
import io.clipforge.sdk.model.MemberUpdate;
import io.clipforge.sdk.model.NewApiKey;
import io.clipforge.sdk.model.NewBrandKit;
import io.clipforge.sdk.model.NewExport;
import io.clipforge.sdk.model.NewIngest;
import io.clipforge.sdk.model.NewInvitation;
import io.clipforge.sdk.model.NewOAuthClient;
import io.clipforge.sdk.model.NewOrganization;
import io.clipforge.sdk.model.NewProject;
import io.clipforge.sdk.model.NewSession;
import io.clipforge.sdk.model.NewUpload;
import io.clipforge.sdk.model.NewUploadParts;
import io.clipforge.sdk.model.NewWebhookEndpoint;
import io.clipforge.sdk.model.OrganizationUpdate;
import io.clipforge.sdk.model.ProjectUpdate;
import io.clipforge.sdk.model.Recaption;
import io.clipforge.sdk.model.RedriveRequest;
import io.clipforge.sdk.model.SessionRefresh;
import io.clipforge.sdk.model.TranscriptUpdate;
import io.clipforge.sdk.model.UploadCompletion;
import io.clipforge.sdk.resources.Assets;
import io.clipforge.sdk.resources.AuditLog;
import io.clipforge.sdk.resources.Deliveries;
import io.clipforge.sdk.resources.Events;
import io.clipforge.sdk.resources.Exports;
import io.clipforge.sdk.resources.Ingests;
import io.clipforge.sdk.resources.Jobs;
import io.clipforge.sdk.resources.ListFilter;
import io.clipforge.sdk.resources.Paging;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * Holds the SDK against the contract: each operation is called with the contract's example of a
 * request, must put it on the wire unchanged, and must read the contract's example of an answer
 * without losing anything.
 */
class ContractTest {
    private static final String ID = "the_id";
    private static final Contract CONTRACT = Contract.read();

    /** How an operation is called, with the body of its example. */
    private interface Operation {
        Object call(ClipForge client, Example body);
    }

    /** The example of a request's body. */
    private record Example(JsonNode json) {
        <T> T as(Class<T> type) {
            return Json.read(json, type);
        }
    }

    private static final Map<String, Operation> OPERATIONS = new TreeMap<>();

    static {
        does("getOrganization", (c, b) -> c.organization().get());
        does(
                "updateOrganization",
                (c, b) -> c.organization().update(b.as(OrganizationUpdate.class)));
        does("createOrganization", (c, b) -> c.organization().found(b.as(NewOrganization.class)));
        does("listMembers", (c, b) -> c.members().list(paged(new Paging())));
        does("getMember", (c, b) -> c.members().get(ID));
        does("updateMember", (c, b) -> c.members().update(ID, b.as(MemberUpdate.class)));
        does("removeMember", (c, b) -> gone(() -> c.members().remove(ID)));
        does("createInvitation", (c, b) -> c.invitations().create(b.as(NewInvitation.class)));
        does("listInvitations", (c, b) -> c.invitations().list(paged(new Paging())));
        does("revokeInvitation", (c, b) -> gone(() -> c.invitations().revoke(ID)));
        does(
                "acceptInvitation",
                (c, b) -> c.invitations().accept(b.as(InvitationAcceptance.class)));
        does("createSession", (c, b) -> c.sessions().create(b.as(NewSession.class)));
        does(
                "refreshSession",
                (c, b) -> c.sessions().refresh(b.as(SessionRefresh.class).getRefreshToken()));
        does("endSession", (c, b) -> gone(() -> c.sessions().end()));
        does("createOAuthClient", (c, b) -> c.oauthClients().create(b.as(NewOAuthClient.class)));
        does("listOAuthClients", (c, b) -> c.oauthClients().list(paged(new Paging())));
        does("revokeOAuthClient", (c, b) -> gone(() -> c.oauthClients().revoke(ID)));
        does("createApiKey", (c, b) -> c.apiKeys().create(b.as(NewApiKey.class)));
        does("listApiKeys", (c, b) -> c.apiKeys().list(paged(new Paging())));
        does("getApiKey", (c, b) -> c.apiKeys().get(ID));
        does("rerollApiKey", (c, b) -> c.apiKeys().reroll(ID, b.as(ApiKeyReroll.class)));
        does(
                "reportLeakedApiKey",
                (c, b) -> gone(() -> c.apiKeys().reportLeak(b.as(ApiKeyLeak.class))));
        does("revokeApiKey", (c, b) -> gone(() -> c.apiKeys().revoke(ID)));
        does("createProject", (c, b) -> c.projects().create(b.as(NewProject.class)));
        does("listProjects", (c, b) -> c.projects().list(paged(new Paging())));
        does("getProject", (c, b) -> c.projects().get(ID));
        does("updateProject", (c, b) -> c.projects().update(ID, b.as(ProjectUpdate.class)));
        does("deleteProject", (c, b) -> gone(() -> c.projects().delete(ID)));
        does("createUpload", (c, b) -> c.uploads().create(b.as(NewUpload.class)));
        does("getUpload", (c, b) -> c.uploads().get(ID));
        does(
                "createUploadParts",
                (c, b) ->
                        Map.of(
                                "data",
                                c.uploads()
                                        .createParts(
                                                ID, b.as(NewUploadParts.class).getPartNumbers())));
        does("completeUpload", (c, b) -> c.uploads().complete(ID, b.as(UploadCompletion.class)));
        does("abortUpload", (c, b) -> c.uploads().abort(ID));
        does("createIngest", (c, b) -> c.ingests().create(b.as(NewIngest.class)));
        does(
                "listIngests",
                (c, b) ->
                        c.ingests()
                                .list(
                                        paged(
                                                new Ingests.Filter()
                                                        .projectId(ID)
                                                        .expand(Set.of(IngestExpansion.ASSET))
                                                        .status(IngestStatus.QUEUED))));
        does("getIngest", (c, b) -> c.ingests().get(ID, Set.of(IngestExpansion.ASSET)));
        does("cancelIngest", (c, b) -> c.ingests().cancel(ID));
        does("listAssets", (c, b) -> c.assets().list(paged(new Assets.Filter().projectId(ID))));
        does("getAsset", (c, b) -> c.assets().get(ID));
        does("deleteAsset", (c, b) -> gone(() -> c.assets().delete(ID)));
        does("getTranscript", (c, b) -> c.transcripts().get(ID));
        does(
                "updateTranscript",
                (c, b) -> c.transcripts().update(ID, b.as(TranscriptUpdate.class)));
        does("getTranscriptSrt", (c, b) -> c.transcripts().srt(ID));
        does("getTranscriptVtt", (c, b) -> c.transcripts().vtt(ID));
        does("getTranscriptText", (c, b) -> c.transcripts().text(ID));
        does("listMoments", (c, b) -> c.moments().list(ID, paged(new Paging())));
        does("getMoment", (c, b) -> c.moments().get(ID));
        does("approveMoment", (c, b) -> c.moments().approve(ID));
        does("rejectMoment", (c, b) -> c.moments().reject(ID));
        does("createBrandKit", (c, b) -> c.brandKits().create(b.as(NewBrandKit.class)));
        does("listBrandKits", (c, b) -> c.brandKits().list(paged(new Paging())));
        does("getBrandKit", (c, b) -> c.brandKits().get(ID, 1));
        does("updateBrandKit", (c, b) -> c.brandKits().update(ID, b.as(BrandKitUpdate.class)));
        does("deleteBrandKit", (c, b) -> gone(() -> c.brandKits().delete(ID)));
        does("createExport", (c, b) -> c.exports().create(b.as(NewExport.class)));
        does(
                "listExports",
                (c, b) ->
                        c.exports()
                                .list(
                                        paged(
                                                new Exports.Filter()
                                                        .assetId(ID)
                                                        .momentId(ID)
                                                        .expand(Set.of(ExportExpansion.MOMENT))
                                                        .status(ExportStatus.READY))));
        does("getExport", (c, b) -> c.exports().get(ID, Set.of(ExportExpansion.MOMENT)));
        does("recaptionExport", (c, b) -> c.exports().recaption(ID, b.as(Recaption.class)));
        does("cancelExport", (c, b) -> c.exports().cancel(ID));
        does(
                "listJobs",
                (c, b) ->
                        c.jobs()
                                .list(
                                        paged(
                                                new Jobs.Filter()
                                                        .kind(JobKind.RENDER)
                                                        .status(JobStatus.DEAD)
                                                        .assetId(ID))));
        does("getJob", (c, b) -> c.jobs().get(ID));
        does("cancelJob", (c, b) -> c.jobs().cancel(ID));
        does("listJobAttempts", (c, b) -> c.jobs().attempts(ID));
        does("redriveJob", (c, b) -> c.jobs().redrive(ID));
        does("redriveJobs", (c, b) -> c.jobs().redriveAll(b.as(RedriveRequest.class)));
        does("streamJobEvents", (c, b) -> c.jobs().follow(ID, event -> {}));
        does(
                "listEvents",
                (c, b) -> c.events().list(paged(new Events.Filter().type(EventType.EXPORT_READY))));
        does("getEvent", (c, b) -> c.events().get(ID));
        does(
                "createWebhookEndpoint",
                (c, b) -> c.webhookEndpoints().create(b.as(NewWebhookEndpoint.class)));
        does("listWebhookEndpoints", (c, b) -> c.webhookEndpoints().list(paged(new Paging())));
        does("getWebhookEndpoint", (c, b) -> c.webhookEndpoints().get(ID));
        does("deleteWebhookEndpoint", (c, b) -> gone(() -> c.webhookEndpoints().delete(ID)));
        does("rotateWebhookSecret", (c, b) -> c.webhookEndpoints().rotateSecret(ID));
        does(
                "listDeliveries",
                (c, b) ->
                        c.deliveries()
                                .list(
                                        paged(
                                                new Deliveries.Filter()
                                                        .webhookEndpointId(ID)
                                                        .eventId(ID)
                                                        .status(DeliveryStatus.FAILED))));
        does("getDelivery", (c, b) -> c.deliveries().get(ID));
        does("resendDelivery", (c, b) -> c.deliveries().resend(ID));
        does(
                "listAuditLog",
                (c, b) ->
                        c.auditLog()
                                .list(
                                        paged(
                                                new AuditLog.Filter()
                                                        .actor(ID)
                                                        .action(ID)
                                                        .target(ID))));
        does("verifyAuditLog", (c, b) -> c.auditLog().verify(1));
    }

    @Test
    void everyOperationOfTheContractIsReachable() {
        assertEquals(new TreeSet<>(CONTRACT.operations().keySet()), OPERATIONS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsCalledByItsNameInTheContract() {
        return CONTRACT.operations().values().stream()
                .map(operation ->
                        DynamicTest.dynamicTest(operation.call(), () -> isThere(operation.call())));
    }

    private static void isThere(String call) throws NoSuchMethodException {
        List<String> names = Stream.of(call.split("\\.", -1)).map(ContractTest::camelCase).toList();
        Class<?> resource = ClipForge.class.getMethod(names.get(0)).getReturnType();
        assertTrue(
                Stream.of(resource.getMethods())
                        .anyMatch(method -> method.getName().equals(names.get(1))),
                call);
    }

    private static String camelCase(String snakeCase) {
        return Pattern.compile("_(.)")
                .matcher(snakeCase)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsSentAndReadAsTheContractSays() {
        return CONTRACT.operations().entrySet().stream()
                .map(expected ->
                        DynamicTest.dynamicTest(
                                expected.getKey(),
                                () -> sentAndRead(expected.getKey(), expected.getValue())));
    }

    private static void sentAndRead(String id, Contract.Operation expected) {
        Operation operation = Objects.requireNonNull(OPERATIONS.get(id), id);
        String path = expected.path().replaceAll("\\{\\w+}", ID);
        try (FakeApi api = new FakeApi().on(expected.method() + " " + path, expected.answer())) {
            Object result = operation.call(api.client(), new Example(expected.requestExample()));

            assertEquals(1, api.seen.size(), api.seen.toString());
            FakeApi.Seen seen = api.seen.get(0);
            assertEquals(
                    expected.method() + " " + path, seen.method() + " " + seen.uri().getPath());
            assertEquals(expected.queryParameters(), names(seen.uri().getRawQuery()));
            assertEquals(expected.idempotent(), !seen.header("Idempotency-Key").isEmpty());
            assertTrue(seen.header("Accept").contains(expected.mediaType()), seen.header("Accept"));
            assertSame(expected.requestExample(), Contract.json(seen.body()));
            assertRead(expected, result);
        }
    }

    private static void assertRead(Contract.Operation expected, Object result) {
        if (result instanceof Page<?> page) {
            assertSame(expected.answerExample().path("data"), tree(page.data()));
            assertEquals(expected.answerExample().path("has_more").asBoolean(), page.hasMore());
        } else if (result instanceof String text) {
            assertEquals(expected.answerExample().asText(), text);
        } else if (result instanceof JobEvent end) {
            assertEquals(FlowStatus.SUCCEEDED, end.getFlowStatus());
        } else if (expected.status() != 204) {
            assertSame(expected.answerExample(), tree(result));
        }
    }

    private static JsonNode tree(Object value) {
        return Json.read(Json.write(value), JsonNode.class);
    }

    /** 1 and 1.0 are the same number. */
    static void assertSame(JsonNode expected, JsonNode actual) {
        boolean same =
                expected.equals(
                        (a, b) ->
                                a.isNumber() && b.isNumber()
                                        ? Double.compare(a.doubleValue(), b.doubleValue())
                                        : a.equals(b) ? 0 : 1,
                        actual);
        if (!same) {
            throw new AssertionFailedError(
                    "differs", expected.toPrettyString(), actual.toPrettyString());
        }
    }

    private static Set<String> names(@Nullable String query) {
        return query == null
                ? Set.of()
                : Arrays.stream(query.split("&", -1))
                        .map(pair -> pair.substring(0, pair.indexOf('=')))
                        .collect(Collectors.toSet());
    }

    private static void does(String operationId, Operation operation) {
        OPERATIONS.put(operationId, operation);
    }

    private static <F extends ListFilter<F>> F paged(F filter) {
        return filter.limit(1).cursor("c");
    }

    private static Object gone(Runnable call) {
        call.run();
        return Map.of();
    }
}
