package io.clipforge.api.operator;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.jobs.JobKind;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queues for operators. Whoever has no token of theirs finds nothing here. A kind is drained
 * when it is paused and everything that was released of it has ended.
 */
@Controller("/operator/queues")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OperatorController {
    private static final String BEARER = "Bearer ";

    private final Queues queues;
    private final OperatorSettings settings;

    OperatorController(Queues queues, OperatorSettings settings) {
        this.queues = queues;
        this.settings = settings;
    }

    @Get
    List<KindFigures> list(@Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        requireOperator(authorization);
        return queues.look();
    }

    @Get("/{kind}")
    KindFigures get(
            @PathVariable String kind,
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        requireOperator(authorization);
        return look(require(kind));
    }

    @Post("/{kind}/pause")
    KindFigures pause(
            @PathVariable String kind,
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        requireOperator(authorization);
        queues.pause(require(kind));
        return look(require(kind));
    }

    @Post("/{kind}/resume")
    KindFigures resume(
            @PathVariable String kind,
            @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        requireOperator(authorization);
        queues.resume(require(kind));
        return look(require(kind));
    }

    private KindFigures look(JobKind kind) {
        return queues.look().stream()
                .filter(it -> it.kind().equals(kind.wireName()))
                .findFirst()
                .orElseThrow();
    }

    private static JobKind require(String kind) {
        return JobKind.find(kind).orElseThrow(() -> ApiProblem.notFound("kind"));
    }

    private void requireOperator(@Nullable String authorization) {
        var token = settings.token();
        if (token == null || authorization == null || !same(authorization, BEARER + token)) {
            throw ApiProblem.notFound("page");
        }
    }

    /** Takes as long for a wrong guess that begins well as for any other. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
