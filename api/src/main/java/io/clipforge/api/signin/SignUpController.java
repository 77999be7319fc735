package io.clipforge.api.signin;

import io.clipforge.api.generated.SignUpApi;
import io.clipforge.api.generated.model.NewOrganization;
import io.clipforge.api.generated.model.Session;
import io.clipforge.api.identity.Email;
import io.clipforge.api.identity.Founding;
import io.clipforge.api.requests.ClientAddress;
import io.clipforge.api.tenancy.Tenants;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class SignUpController implements SignUpApi {
    private final Founding founding;
    private final SessionService sessions;
    private final SessionResources resources;
    private final Tenants tenants;
    private final ClientAddress client;

    SignUpController(
            Founding founding,
            SessionService sessions,
            SessionResources resources,
            Tenants tenants,
            ClientAddress client) {
        this.founding = founding;
        this.sessions = sessions;
        this.resources = resources;
        this.tenants = tenants;
        this.client = client;
    }

    @Override
    public HttpResponse<Session> createOrganization(NewOrganization body) {
        var founded =
                founding.found(
                        body.getName(),
                        new Email(body.getEmail()),
                        body.getOwnerName(),
                        body.getPassword(),
                        client.ofCurrentRequest());
        var granted =
                tenants.call(founded.tenant(), () -> sessions.begin(founded.owner().id()))
                        .orElseThrow();
        return HttpResponse.created(resources.of(granted), URI.create("/v1/organization"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
