package io.clipforge.api.exports;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.generated.ExportsApi;
import io.clipforge.api.generated.model.Export;
import io.clipforge.api.generated.model.ExportExpansion;
import io.clipforge.api.generated.model.ExportPage;
import io.clipforge.api.generated.model.ExportStatus;
import io.clipforge.api.generated.model.NewExport;
import io.clipforge.api.generated.model.Recaption;
import io.clipforge.api.http.Paging;
import io.clipforge.api.idempotency.Idempotency;
import io.clipforge.api.jobs.WithJob;
import io.clipforge.api.moments.MomentService;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportsController implements ExportsApi {
    private static final String ADVICE_SECONDS = "2";

    private final ExportService exports;
    private final ExportResources resources;
    private final AssetService assets;
    private final MomentService moments;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Paging paging;

    ExportsController(
            ExportService exports,
            ExportResources resources,
            AssetService assets,
            MomentService moments,
            Idempotency idempotency,
            AuditTrail audit,
            Paging paging) {
        this.exports = exports;
        this.resources = resources;
        this.assets = assets;
        this.moments = moments;
        this.idempotency = idempotency;
        this.audit = audit;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Export> createExport(String idempotencyKey, NewExport body) {
        return idempotency.once(
                idempotencyKey,
                "POST /v1/exports",
                body,
                Export.class,
                () -> accepted("createExport", exports.create(body)));
    }

    @Override
    public HttpResponse<Export> recaptionExport(String idempotencyKey, String id, Recaption body) {
        return idempotency.once(
                idempotencyKey,
                "POST /v1/exports/" + id + "/recaption",
                body,
                Export.class,
                () -> accepted("recaptionExport", exports.recaption(id, body)));
    }

    private HttpResponse<Export> accepted(
            String operation, WithJob<io.clipforge.api.exports.Export> made) {
        var export = resources.of(made);
        audit.record(operation, export.getId(), null, export);
        return HttpResponse.<Export>accepted()
                .body(export)
                .header("Location", "/v1/exports/" + export.getId())
                .header("Retry-After", ADVICE_SECONDS);
    }

    @Override
    public HttpResponse<Export> getExport(String id, @Nullable List<ExportExpansion> expand) {
        return HttpResponse.ok(
                resources
                        .of(List.of(exports.get(id)), Objects.requireNonNullElse(expand, List.of()))
                        .getFirst());
    }

    @Override
    public HttpResponse<ExportPage> listExports(
            @Nullable List<ExportExpansion> expand,
            @Nullable String assetId,
            @Nullable String momentId,
            @Nullable ExportStatus status,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var request = paging.of(limit, cursor, "exports", assetId, momentId, status);
        var found =
                exports.list(
                        request.before(),
                        assetId == null ? null : assets.get(assetId).id(),
                        momentId == null ? null : moments.get(momentId).id(),
                        status == null ? null : status.getValue(),
                        request.probe());
        var page =
                paging.pageOf(
                        request,
                        found,
                        io.clipforge.api.exports.Export::id,
                        it -> resources.of(it, Objects.requireNonNullElse(expand, List.of())));
        return HttpResponse.ok(
                new ExportPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Export> cancelExport(String id) {
        return HttpResponse.ok(
                audit.change(
                        "cancelExport",
                        id,
                        () -> resources.of(exports.get(id)),
                        () -> resources.of(exports.cancel(id))));
    }
}
