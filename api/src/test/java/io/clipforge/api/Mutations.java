package io.clipforge.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.clipforge.api.contract.Contract;
import io.clipforge.jobs.JobKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How each operation that changes something is called so that it succeeds. */
final class Mutations {
    final Customer customer = new Customer();
    private final Worker worker = new Worker(customer);
    private final Staff staff = new Staff();
    private Caller api = customer.api;

    /** Somebody else who may read the log, also when the caller signs out. */
    Caller auditor() {
        return api.equals(customer.api) ? api : staff.owner();
    }

    /** Who calls the operation that was described last. */
    Caller api() {
        return api;
    }

    /**
     * @param path with ids that are there
     */
    record Request(String path, @Nullable String body, Map<String, String> headers) {
        static Request of(String path, @Nullable String body) {
            return new Request(path, body, Map.of());
        }

        static Request once(String path, String body) {
            return new Request(path, body, Map.of("Idempotency-Key", Worker.key()));
        }
    }

    /** Makes what the operation needs; absent for one that nobody described yet. */
    @Nullable Request of(Contract.Operation operation) {
        return switch (operation.operationId()) {
            case "updateOrganization" ->
                    Request.of("/v1/organization", "{\"name\": \"Acme Media\"}");
            case "createApiKey" -> Request.of("/v1/api_keys", NEW_KEY);
            case "revokeApiKey" ->
                    Request.of("/v1/api_keys/" + made("/v1/api_keys", NEW_KEY), null);
            case "rerollApiKey" ->
                    Request.of("/v1/api_keys/" + made("/v1/api_keys", NEW_KEY) + "/reroll", "{}");
            case "createProject" -> Request.of("/v1/projects", "{\"name\": \"Shows\"}");
            case "updateProject" -> Request.of(project(), "{\"name\": \"Shows\"}");
            case "deleteProject" -> Request.of(project(), null);
            case "createUpload" -> Request.of("/v1/uploads", NEW_UPLOAD);
            case "createUploadParts" -> Request.of(upload() + "/parts", "{\"part_numbers\": [1]}");
            case "completeUpload" -> completion();
            case "abortUpload" -> Request.of(upload() + "/abort", "");
            case "createIngest" ->
                    Request.once("/v1/ingests", customer.newIngest(customer.upload()));
            case "cancelIngest" -> Request.of(path("ingests", customer.ingest()) + "/cancel", "");
            case "deleteAsset" -> Request.of("/v1/assets/" + asset(), null);
            case "approveMoment" -> Request.of("/v1/moments/" + moment() + "/approve", "");
            case "rejectMoment" -> Request.of("/v1/moments/" + moment() + "/reject", "");
            case "createBrandKit" -> Request.of("/v1/brand_kits", NEW_KIT);
            case "updateBrandKit" -> Request.of(kit(), "{\"name\": \"Home\"}");
            case "deleteBrandKit" -> Request.of(kit(), null);
            case "createExport" ->
                    Request.once(
                            "/v1/exports",
                            "{\"moment_id\": \"%s\", \"ratios\": [\"9:16\"]}".formatted(moment()));
            case "cancelExport" ->
                    Request.of(path("exports", customer.export(moment())) + "/cancel", "");
            case "recaptionExport" ->
                    Request.once(
                            path("exports", customer.export(moment())) + "/recaption",
                            "{\"captions\": {\"style\": \"box\"}}");
            case "cancelJob" ->
                    Request.of(
                            "/v1/jobs/" + customer.ingest().at("/job/id").asText() + "/cancel", "");
            case "redriveJob" -> Request.of("/v1/jobs/" + deadJob() + "/redrive", "");
            case "redriveJobs" -> {
                deadJob();
                yield Request.of("/v1/jobs/redrive", "{\"kind\": \"ingest\"}");
            }
            case "updateTranscript" ->
                    Request.of(
                            "/v1/assets/" + asset() + "/transcript",
                            "{\"speakers\": {\"Ann\": \"Ada\"}}");
            case "updateMember" -> staff("/v1/members/" + member(), "{\"role\": \"viewer\"}");
            case "removeMember" -> staff("/v1/members/" + member(), null);
            case "createInvitation" ->
                    staff(
                            "/v1/invitations",
                            "{\"email\": \"%s\", \"role\": \"viewer\"}".formatted(Staff.email()));
            case "revokeInvitation" -> staff("/v1/invitations/" + invitation(), null);
            case "endSession" -> staff("/v1/sessions/current", null);
            case "createOAuthClient" -> Request.of("/v1/oauth_clients", NEW_CLIENT);
            case "revokeOAuthClient" ->
                    Request.of("/v1/oauth_clients/" + made("/v1/oauth_clients", NEW_CLIENT), null);
            case "createWebhookEndpoint" -> Request.of("/v1/webhook_endpoints", NEW_ENDPOINT);
            case "deleteWebhookEndpoint" -> Request.of(endpoint(), null);
            case "rotateWebhookSecret" -> Request.of(endpoint() + "/rotate_secret", "");
            case "resendDelivery" -> Request.of("/v1/deliveries/" + delivery() + "/resend", "");
            default -> null;
        };
    }

    private static final String NEW_CLIENT =
            "{\"name\": \"CI\", \"environment\": \"live\", \"scopes\": [\"projects:read\"]}";
    private static final String NEW_KEY =
            "{\"name\": \"Reader\", \"scopes\": [\"projects:read\"], \"environment\": \"live\"}";
    private static final String NEW_UPLOAD = "{\"filename\": \"talk.mp4\", \"size_bytes\": 5}";
    private static final String NEW_KIT =
            """
            {"name": "House", "primary_color": "#112233", "text_color": "#FFFFFF", "highlight_color": "#FFCC00"}
            """;
    private static final String NEW_ENDPOINT =
            "{\"url\": \"http://127.0.0.1:9/hook\", \"event_types\": [\"transcript.ready\"]}";

    /** As an owner who is signed in. */
    private Request staff(String path, @Nullable String body) {
        api = staff.owner();
        return Request.of(path, body);
    }

    private String member() {
        return staff
                .caller(staff.join("developer"))
                .get("/v1/members")
                .body()
                .path("data")
                .findValuesAsText("id")
                .stream()
                .filter(it -> !it.equals(staff.ownerId))
                .findFirst()
                .orElseThrow();
    }

    private String invitation() {
        return Staff.invite(staff.owner(), Staff.email(), "viewer").text("id");
    }

    private String made(String path, String body) {
        return customer.api.post(path, body).text("id");
    }

    private static String path(String collection, JsonNode object) {
        return "/v1/" + collection + "/" + object.path("id").asText();
    }

    private String project() {
        return "/v1/projects/" + customer.project;
    }

    private String kit() {
        return "/v1/brand_kits/" + made("/v1/brand_kits", NEW_KIT);
    }

    private String endpoint() {
        return "/v1/webhook_endpoints/" + made("/v1/webhook_endpoints", NEW_ENDPOINT);
    }

    private String upload() {
        return "/v1/uploads/" + made("/v1/uploads", NEW_UPLOAD);
    }

    private Request completion() {
        var upload = customer.api.post("/v1/uploads", NEW_UPLOAD).body();
        var etag = Customer.put(upload.at("/parts/0/url").asText(), Customer.FILM);
        return Request.of(
                path("uploads", upload) + "/complete",
                "{\"parts\": [{\"part_number\": 1, \"etag\": %s}]}".formatted(etag));
    }

    private String asset() {
        var ingest = customer.ingest();
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        return ingest.path("asset_id").asText();
    }

    private String moment() {
        return customer.api
                .get("/v1/assets/" + asset() + "/moments")
                .body()
                .at("/data/0/id")
                .asText();
    }

    /** Nobody listens at the address, so the delivery waits for another attempt. */
    private String delivery() {
        endpoint();
        asset();
        return customer.api.get("/v1/deliveries").body().at("/data/0/id").asText();
    }

    /** Its worker is the third that says nothing any more. */
    private String deadJob() {
        var job = customer.ingest().at("/job/id").asText();
        var row = worker.take(JobKind.INGEST).message().jobId();
        awaitStatus(job, "running");
        Database.change(
                "update jobs set lost_leases = 2, lease_until = now() - interval '1 minute' where id = ?",
                row);
        awaitStatus(job, "dead");
        return job;
    }

    private void awaitStatus(String job, String status) {
        Eventually.see(
                () -> customer.api.get("/v1/jobs/" + job), it -> it.text("status").equals(status));
    }
}
