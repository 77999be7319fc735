package io.clipforge.api.projects;

import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.http.ETags;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.tenancy.TenantTransactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Projects of the current tenant. */
@Singleton
public class ProjectService {
    private final Projects projects;
    private final AuditTrail audit;

    ProjectService(Projects projects, AuditTrail audit) {
        this.projects = projects;
        this.audit = audit;
    }

    /** The row's id for an id of the API; refuses one that is not there. */
    @TenantTransactional
    public UUID require(String id) {
        return get(id).id();
    }

    @TenantTransactional
    Project create(String name, Map<String, String> metadata) {
        var project = projects.add(name, metadata);
        audit.record("createProject", text(project), null, project.resource());
        return project;
    }

    @TenantTransactional
    Project get(String id) {
        return find(id, projects::find);
    }

    @TenantTransactional
    List<Project> list(UUID before, int limit) {
        return projects.list(before, limit);
    }

    @TenantTransactional
    Project update(
            String id,
            @Nullable String name,
            @Nullable Map<String, String> metadata,
            @Nullable String ifMatch) {
        var project = find(id, projects::hold);
        ETags.require(ifMatch, project.version());
        var changed =
                projects.change(
                        project.id(),
                        name == null ? project.name() : name,
                        metadata == null ? project.metadata() : metadata);
        audit.record("updateProject", text(project), project.resource(), changed.resource());
        return changed;
    }

    /** A project is not torn away from below its assets. */
    @TenantTransactional
    void delete(String id) {
        var project = find(id, projects::hold);
        if (projects.holdsAssets(project.id())) {
            throw ApiProblem.of(
                    ProblemType.CONFLICT, "The project still holds assets; delete them first.");
        }
        projects.delete(project.id());
        audit.record("deleteProject", text(project), project.resource(), null);
    }

    private static String text(Project project) {
        return TypeId.PROJECT.text(project.id());
    }

    private static Project find(String id, Function<UUID, Optional<Project>> query) {
        return TypeId.PROJECT
                .find(id)
                .flatMap(query)
                .orElseThrow(() -> ApiProblem.notFound("project"));
    }
}
