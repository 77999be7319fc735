package io.clipforge.api.apikeys;

import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.problems.ProblemType;
import io.clipforge.api.requests.ClientAddress;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Turns the bearer key of a request into its organization, environment and scopes. The caller's
 * name is the id of the key.
 */
@Singleton
final class ApiKeyAuthentication implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String BEARER = "Bearer ";

    private final KnownKeys known;
    private final Recognition recognition;
    private final ClientAddress addresses;
    private final Clock clock;
    private final Scheduler blocking;

    ApiKeyAuthentication(
            KnownKeys known,
            Recognition recognition,
            ClientAddress addresses,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.known = known;
        this.recognition = recognition;
        this.addresses = addresses;
        this.clock = clock;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(request.getHeaders().getAuthorization())
                .filter(it -> it.startsWith(BEARER))
                .flatMap(it -> Mono.justOrEmpty(KeyText.find(it.substring(BEARER.length()))))
                .flatMap(it -> Mono.fromFuture(() -> known.find(it), true))
                .flatMap(it -> admit(it, request));
    }

    private Mono<Authentication> admit(Finding finding, HttpRequest<?> request) {
        var now = clock.instant();
        var usable = finding.usable(now);
        if (usable.isEmpty()) {
            return Mono.empty();
        }
        var key = usable.get();
        if (!key.admits(addresses.of(request))) {
            return Mono.error(
                    ApiProblem.of(
                            ProblemType.FORBIDDEN, "The key may not be used from this address."));
        }
        return finding.useIsNews(now)
                ? Mono.fromRunnable(() -> recognition.noteUse(key.key()))
                        .subscribeOn(blocking)
                        .thenReturn(key.caller())
                : Mono.just(key.caller());
    }
}
