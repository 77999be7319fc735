package io.clipforge.api.ingests;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.generated.IngestsApi;
import io.clipforge.api.generated.model.Ingest;
import io.clipforge.api.generated.model.IngestExpansion;
import io.clipforge.api.generated.model.IngestPage;
import io.clipforge.api.generated.model.IngestStatus;
import io.clipforge.api.generated.model.NewIngest;
import io.clipforge.api.http.Paging;
import io.clipforge.api.idempotency.Idempotency;
import io.clipforge.api.projects.ProjectService;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class IngestsController implements IngestsApi {
    private static final String ADVICE_SECONDS = "2";

    private final IngestService ingests;
    private final IngestResources resources;
    private final ProjectService projects;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Paging paging;

    IngestsController(
            IngestService ingests,
            IngestResources resources,
            ProjectService projects,
            Idempotency idempotency,
            AuditTrail audit,
            Paging paging) {
        this.ingests = ingests;
        this.resources = resources;
        this.projects = projects;
        this.idempotency = idempotency;
        this.audit = audit;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Ingest> createIngest(String idempotencyKey, NewIngest body) {
        return idempotency.once(
                idempotencyKey,
                "POST /v1/ingests",
                body,
                Ingest.class,
                () -> {
                    var ingest = resources.of(ingests.create(body));
                    audit.record("createIngest", ingest.getId(), null, ingest);
                    return HttpResponse.<Ingest>accepted()
                            .body(ingest)
                            .header("Location", "/v1/ingests/" + ingest.getId())
                            .header("Retry-After", ADVICE_SECONDS);
                });
    }

    @Override
    public HttpResponse<Ingest> getIngest(String id, @Nullable List<IngestExpansion> expand) {
        return HttpResponse.ok(
                resources
                        .of(List.of(ingests.get(id)), Objects.requireNonNullElse(expand, List.of()))
                        .getFirst());
    }

    @Override
    public HttpResponse<IngestPage> listIngests(
            @Nullable List<IngestExpansion> expand,
            @Nullable String projectId,
            @Nullable IngestStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var request = paging.of(limit, cursor, "ingests", projectId, status);
        var found =
                ingests.list(
                        request.before(),
                        projectId == null ? null : projects.require(projectId),
                        status == null ? null : status.getValue(),
                        request.probe());
        var page =
                paging.pageOf(
                        request,
                        found,
                        io.clipforge.api.ingests.Ingest::id,
                        it -> resources.of(it, Objects.requireNonNullElse(expand, List.of())));
        return HttpResponse.ok(
                new IngestPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Ingest> cancelIngest(String id) {
        return HttpResponse.ok(
                audit.change(
                        "cancelIngest",
                        id,
                        () -> resources.of(ingests.get(id)),
                        () -> resources.of(ingests.cancel(id))));
    }
}
