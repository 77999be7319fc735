package io.clipforge.api.audit;

import io.clipforge.api.generated.AuditLogApi;
import io.clipforge.api.generated.model.AuditEntryPage;
import io.clipforge.api.generated.model.AuditVerification;
import io.clipforge.api.http.Paging;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditLogController implements AuditLogApi {
    /** Some tens of milliseconds. */
    private static final int VERIFIED_AT_ONCE = 5_000;

    private final AuditService audit;
    private final Paging paging;

    AuditLogController(AuditService audit, Paging paging) {
        this.audit = audit;
        this.paging = paging;
    }

    @Override
    public HttpResponse<AuditEntryPage> listAuditLog(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String target,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var request = paging.of(limit, cursor, "audit_log", actor, action, target);
        var after = request.after();
        var found =
                audit.list(
                        after == null ? null : after.getLeastSignificantBits(),
                        actor,
                        action,
                        target,
                        request.probe());
        var page = paging.page(request, found, Entry::position, Entry::resource);
        return HttpResponse.ok(
                new AuditEntryPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<AuditVerification> verifyAuditLog(@Nullable Long fromSequence) {
        long from = Objects.requireNonNullElse(fromSequence, 1L);
        var verdict = audit.verify(from, VERIFIED_AT_ONCE);
        return HttpResponse.ok(
                new AuditVerification(
                                verdict.firstBroken() == null,
                                verdict.entries(),
                                verdict.headHash())
                        .firstBrokenSequence(verdict.firstBroken())
                        .nextSequence(verdict.next()));
    }
}
