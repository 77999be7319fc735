package io.clipforge.api.assets;

import io.clipforge.api.generated.AssetsApi;
import io.clipforge.api.generated.model.Asset;
import io.clipforge.api.generated.model.AssetPage;
import io.clipforge.api.http.Paging;
import io.clipforge.api.projects.ProjectService;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class AssetsController implements AssetsApi {
    private final AssetService assets;
    private final AssetResources resources;
    private final ProjectService projects;
    private final Paging paging;

    AssetsController(
            AssetService assets, AssetResources resources, ProjectService projects, Paging paging) {
        this.assets = assets;
        this.resources = resources;
        this.projects = projects;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Asset> getAsset(String id) {
        return HttpResponse.ok(resources.of(assets.get(id)));
    }

    @Override
    public HttpResponse<AssetPage> listAssets(
            @Nullable String projectId, @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "assets", projectId);
        var project = projectId == null ? null : projects.require(projectId);
        var page =
                paging.page(
                        request,
                        assets.list(request.before(), project, request.probe()),
                        io.clipforge.api.assets.Asset::id,
                        resources::of);
        return HttpResponse.ok(
                new AssetPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Void> deleteAsset(String id) {
        assets.delete(id);
        return HttpResponse.noContent();
    }
}
