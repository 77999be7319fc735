package io.clipforge.api.identity;

import io.clipforge.api.generated.MembersApi;
import io.clipforge.api.generated.model.Member;
import io.clipforge.api.generated.model.MemberPage;
import io.clipforge.api.generated.model.MemberUpdate;
import io.clipforge.api.http.ETags;
import io.clipforge.api.http.Paging;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class MembersController implements MembersApi {
    private final MemberService members;
    private final Paging paging;

    MembersController(MemberService members, Paging paging) {
        this.members = members;
        this.paging = paging;
    }

    @Override
    public HttpResponse<MemberPage> listMembers(@Nullable Integer limit, @Nullable String cursor) {
        var request = paging.of(limit, cursor, "members");
        var page =
                paging.page(
                        request,
                        members.list(request.before(), request.probe()),
                        io.clipforge.api.identity.Member::id,
                        io.clipforge.api.identity.Member::resource);
        return HttpResponse.ok(
                new MemberPage(page.data(), page.hasMore()).nextCursor(page.nextCursor()));
    }

    @Override
    public HttpResponse<Member> getMember(String id) {
        return tagged(members.get(id));
    }

    @Override
    public HttpResponse<Member> updateMember(
            String id, MemberUpdate body, @Nullable String ifMatch) {
        return tagged(members.changeRole(id, Role.of(body.getRole()), ifMatch));
    }

    @Override
    public HttpResponse<Void> removeMember(String id) {
        members.remove(id);
        return HttpResponse.noContent();
    }

    private static HttpResponse<Member> tagged(io.clipforge.api.identity.Member member) {
        return HttpResponse.ok(member.resource()).header("ETag", ETags.of(member.version()));
    }
}
