package io.clipforge.api.moments;

import io.clipforge.api.generated.MomentsApi;
import io.clipforge.api.generated.model.Moment;
import io.clipforge.api.generated.model.MomentPage;
import io.clipforge.api.http.Paging;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class MomentsController implements MomentsApi {
    private final MomentService moments;
    private final Paging paging;

    MomentsController(MomentService moments, Paging paging) {
        this.moments = moments;
        this.paging = paging;
    }

    @Override
    public HttpResponse<MomentPage> listMoments(
            String assetId, @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "moments", assetId);
        var page =
                paging.page(
                        request,
                        moments.list(assetId, request.after(), request.probe()),
                        io.clipforge.api.moments.Moment::id,
                        io.clipforge.api.moments.Moment::resource);
        return HttpResponse.ok(
                new MomentPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Moment> getMoment(String id) {
        return HttpResponse.ok(moments.get(id).resource());
    }

    @Override
    public HttpResponse<Moment> approveMoment(String id) {
        return HttpResponse.ok(moments.approve(id).resource());
    }

    @Override
    public HttpResponse<Moment> rejectMoment(String id) {
        return HttpResponse.ok(moments.reject(id).resource());
    }
}
