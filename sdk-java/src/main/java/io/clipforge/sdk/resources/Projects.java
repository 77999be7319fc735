package io.clipforge.sdk.resources;

import io.clipforge.sdk.Page;
import io.clipforge.sdk.Versioned;
import io.clipforge.sdk.http.Call;
import io.clipforge.sdk.http.Transport;
import io.clipforge.sdk.model.NewProject;
import io.clipforge.sdk.model.Project;
import io.clipforge.sdk.model.ProjectUpdate;

/** The videos of one show, customer or channel. */
public final class Projects {
    private final Transport transport;

    public Projects(Transport transport) {
        this.transport = transport;
    }

    /** Makes a project. */
    public Project create(NewProject project) {
        return transport.send(Call.post("/v1/projects").json(project).idempotent(), Project.class);
    }

    /**
     * The same under a key of yours, so that a repetition by another process has no second effect.
     *
     * @param idempotencyKey 1…255 characters, unique per intended effect, kept for 30 days
     */
    public Project create(NewProject project, String idempotencyKey) {
        return transport.send(
                Call.post("/v1/projects").json(project).idempotent(idempotencyKey), Project.class);
    }

    /** Makes a project with nothing but a name. */
    public Project create(String name) {
        return create(new NewProject().name(name));
    }

    /** The projects, newest first. */
    public Page<Project> list() {
        return list(new Paging());
    }

    /** The projects, newest first. */
    public Page<Project> list(Paging paging) {
        return transport.page(paging.on(Call.get("/v1/projects")), Project.class);
    }

    /** One project. */
    public Project get(String projectId) {
        return transport.send(Call.get("/v1/projects/{}", projectId), Project.class);
    }

    /** One project with its version, for {@link #update(String, ProjectUpdate, String)}. */
    public Versioned<Project> getVersioned(String projectId) {
        return transport.versioned(Call.get("/v1/projects/{}", projectId), Project.class);
    }

    /** Changes what is set; the last write wins. {@code metadata} is replaced as a whole. */
    public Project update(String projectId, ProjectUpdate changes) {
        return transport.send(
                Call.patch("/v1/projects/{}", projectId).json(changes), Project.class);
    }

    /**
     * Changes what is set, if the project is still at that version.
     *
     * @throws io.clipforge.sdk.errors.PreconditionFailedException when somebody else was faster
     */
    public Project update(String projectId, ProjectUpdate changes, String etag) {
        return transport.send(
                Call.patch("/v1/projects/{}", projectId).json(changes).ifMatch(etag),
                Project.class);
    }

    /**
     * Deletes an empty project.
     *
     * @throws io.clipforge.sdk.errors.ConflictException when it still holds assets
     */
    public void delete(String projectId) {
        transport.send(Call.delete("/v1/projects/{}", projectId));
    }
}
