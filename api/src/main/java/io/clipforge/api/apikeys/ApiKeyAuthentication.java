package io.clipforge.api.apikeys;

import io.clipforge.api.tenancy.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Turns the bearer key of a request into its organization, environment and scopes. */
@Singleton
final class ApiKeyAuthentication implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String BEARER = "Bearer ";

    private final ApiKeyService keys;
    private final Tenants tenants;
    private final Clock clock;
    private final Scheduler blocking;

    ApiKeyAuthentication(
            ApiKeyService keys,
            Tenants tenants,
            Clock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.keys = keys;
        this.tenants = tenants;
        this.clock = clock;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(request.getHeaders().getAuthorization())
                .filter(it -> it.startsWith(BEARER))
                .flatMap(it -> Mono.justOrEmpty(KeyText.find(it.substring(BEARER.length()))))
                .flatMap(it -> Mono.fromCallable(() -> authenticate(it)).subscribeOn(blocking))
                .flatMap(Mono::justOrEmpty);
    }

    private Optional<Authentication> authenticate(KeyText text) {
        return keys.recognise(text)
                .map(key -> {
                    if (key.useIsNews(clock.instant())) {
                        tenants.run(key.tenant(), () -> keys.noteUse(key.id()));
                    }
                    return Authentication.build(
                            key.id().toString(), key.scopes(), key.tenant().attributes());
                });
    }
}
