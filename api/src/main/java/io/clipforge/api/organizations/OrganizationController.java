package io.clipforge.api.organizations;

import io.clipforge.api.generated.OrganizationApi;
import io.clipforge.api.generated.model.Organization;
import io.clipforge.api.http.Times;
import io.clipforge.api.ids.TypeId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class OrganizationController implements OrganizationApi {
    private final OrganizationService organizations;

    OrganizationController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @Override
    public HttpResponse<Organization> getOrganization() {
        var own = organizations.own();
        return HttpResponse.ok(
                new Organization(
                        TypeId.ORGANIZATION.text(own.id()),
                        own.name(),
                        Times.utc(own.createdAt()),
                        Times.utc(own.updatedAt())));
    }
}
