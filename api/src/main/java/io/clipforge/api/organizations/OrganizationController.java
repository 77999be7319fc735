package io.clipforge.api.organizations;

import io.clipforge.api.generated.OrganizationApi;
import io.clipforge.api.generated.model.Organization;
import io.clipforge.api.generated.model.OrganizationUpdate;
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
        return HttpResponse.ok(organizations.own().resource());
    }

    @Override
    public HttpResponse<Organization> updateOrganization(OrganizationUpdate body) {
        return HttpResponse.ok(organizations.update(body.getName()).resource());
    }
}
