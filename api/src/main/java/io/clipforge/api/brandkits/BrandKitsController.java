package io.clipforge.api.brandkits;

import io.clipforge.api.generated.BrandKitsApi;
import io.clipforge.api.generated.model.BrandKit;
import io.clipforge.api.generated.model.BrandKitPage;
import io.clipforge.api.generated.model.BrandKitUpdate;
import io.clipforge.api.generated.model.NewBrandKit;
import io.clipforge.api.http.ETags;
import io.clipforge.api.http.Paging;
import io.clipforge.api.idempotency.Idempotency;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class BrandKitsController implements BrandKitsApi {
    private final BrandKitService kits;
    private final Idempotency idempotency;
    private final Paging paging;

    BrandKitsController(BrandKitService kits, Idempotency idempotency, Paging paging) {
        this.kits = kits;
        this.idempotency = idempotency;
        this.paging = paging;
    }

    @Override
    public HttpResponse<BrandKit> createBrandKit(
            NewBrandKit body, @Nullable String idempotencyKey) {
        return idempotency.once(
                idempotencyKey, "POST /v1/brand_kits", body, BrandKit.class, () -> create(body));
    }

    private HttpResponse<BrandKit> create(NewBrandKit body) {
        var kit = kits.create(body);
        var resource = kit.resource();
        return HttpResponse.created(resource, URI.create("/v1/brand_kits/" + resource.getId()))
                .header("ETag", ETags.of(kit.version()));
    }

    @Override
    public HttpResponse<BrandKit> getBrandKit(
            String id, @Nullable Integer version, @Nullable String ifNoneMatch) {
        return tagged(kits.get(id, version));
    }

    @Override
    public HttpResponse<BrandKitPage> listBrandKits(
            @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "brand_kits");
        var page =
                paging.page(
                        request,
                        kits.list(request.before(), request.probe()),
                        io.clipforge.api.brandkits.BrandKit::id,
                        io.clipforge.api.brandkits.BrandKit::resource);
        return HttpResponse.ok(
                new BrandKitPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<BrandKit> updateBrandKit(
            String id, BrandKitUpdate body, @Nullable String ifMatch) {
        return tagged(kits.update(id, body, ifMatch));
    }

    @Override
    public HttpResponse<Void> deleteBrandKit(String id) {
        kits.delete(id);
        return HttpResponse.noContent();
    }

    private static HttpResponse<BrandKit> tagged(io.clipforge.api.brandkits.BrandKit kit) {
        return HttpResponse.ok(kit.resource()).header("ETag", ETags.of(kit.version()));
    }
}
