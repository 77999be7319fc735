package io.clipforge.api.projects;

import io.clipforge.api.generated.ProjectsApi;
import io.clipforge.api.generated.model.NewProject;
import io.clipforge.api.generated.model.Project;
import io.clipforge.api.generated.model.ProjectPage;
import io.clipforge.api.generated.model.ProjectUpdate;
import io.clipforge.api.http.ETags;
import io.clipforge.api.http.Paging;
import io.clipforge.api.idempotency.Idempotency;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class ProjectsController implements ProjectsApi {
    private final ProjectService projects;
    private final Idempotency idempotency;
    private final Paging paging;

    ProjectsController(ProjectService projects, Idempotency idempotency, Paging paging) {
        this.projects = projects;
        this.idempotency = idempotency;
        this.paging = paging;
    }

    @Override
    public HttpResponse<Project> createProject(NewProject body, @Nullable String idempotencyKey) {
        return idempotency.once(
                idempotencyKey, "POST /v1/projects", body, Project.class, () -> create(body));
    }

    private HttpResponse<Project> create(NewProject body) {
        var metadata = Objects.requireNonNullElse(body.getMetadata(), Map.<String, String>of());
        var project = projects.create(body.getName(), metadata);
        var resource = project.resource();
        return HttpResponse.created(resource, URI.create("/v1/projects/" + resource.getId()))
                .header("ETag", ETags.of(project.version()));
    }

    @Override
    public HttpResponse<Project> getProject(String id, @Nullable String ifNoneMatch) {
        return tagged(projects.get(id));
    }

    @Override
    public HttpResponse<ProjectPage> listProjects(
            @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "projects");
        var page =
                paging.page(
                        request,
                        projects.list(request.before(), request.probe()),
                        io.clipforge.api.projects.Project::id,
                        io.clipforge.api.projects.Project::resource);
        return HttpResponse.ok(
                new ProjectPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Project> updateProject(
            String id, ProjectUpdate body, @Nullable String ifMatch) {
        return tagged(projects.update(id, body.getName(), body.getMetadata(), ifMatch));
    }

    @Override
    public HttpResponse<Void> deleteProject(String id) {
        projects.delete(id);
        return HttpResponse.noContent();
    }

    private static HttpResponse<Project> tagged(io.clipforge.api.projects.Project project) {
        return HttpResponse.ok(project.resource()).header("ETag", ETags.of(project.version()));
    }
}
