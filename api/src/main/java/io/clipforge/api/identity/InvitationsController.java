package io.clipforge.api.identity;

import io.clipforge.api.generated.InvitationsApi;
import io.clipforge.api.generated.model.CreatedInvitation;
import io.clipforge.api.generated.model.InvitationAcceptance;
import io.clipforge.api.generated.model.InvitationPage;
import io.clipforge.api.generated.model.Member;
import io.clipforge.api.generated.model.NewInvitation;
import io.clipforge.api.http.Paging;
import io.clipforge.api.requests.ClientAddress;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class InvitationsController implements InvitationsApi {
    private final InvitationService invitations;
    private final Acceptance acceptance;
    private final ClientAddress client;
    private final Paging paging;
    private final Clock clock;

    InvitationsController(
            InvitationService invitations,
            Acceptance acceptance,
            ClientAddress client,
            Paging paging,
            Clock clock) {
        this.invitations = invitations;
        this.acceptance = acceptance;
        this.client = client;
        this.paging = paging;
        this.clock = clock;
    }

    @Override
    public HttpResponse<CreatedInvitation> createInvitation(NewInvitation body) {
        var created = invitations.create(new Email(body.getEmail()), Role.of(body.getRole()));
        var resource = created.invitation().resource(clock.instant(), created.token());
        return HttpResponse.created(resource, URI.create("/v1/invitations/" + resource.getId()));
    }

    @Override
    public HttpResponse<InvitationPage> listInvitations(
            @Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "invitations");
        var now = clock.instant();
        var page =
                paging.page(
                        request,
                        invitations.list(request.before(), request.probe()),
                        Invitation::id,
                        it -> it.resource(now));
        return HttpResponse.ok(
                new InvitationPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Void> revokeInvitation(String id) {
        invitations.revoke(id);
        return HttpResponse.noContent();
    }

    @Override
    public HttpResponse<Member> acceptInvitation(InvitationAcceptance body) {
        var member =
                acceptance.accept(
                        new OpaqueToken(body.getToken()),
                        body.getName(),
                        body.getPassword(),
                        client.ofCurrentRequest());
        var resource = member.resource();
        return HttpResponse.created(resource, URI.create("/v1/members/" + resource.getId()));
    }
}
