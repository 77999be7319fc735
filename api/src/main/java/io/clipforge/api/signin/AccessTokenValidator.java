package io.clipforge.api.signin;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Turns the access token of a request into its caller. A good signature is not enough: the session
 * or client is looked up each time, so that signing out, removing a member, changing a role and
 * revoking a client take effect with the next request, on every replica.
 */
@Singleton
final class AccessTokenValidator implements TokenValidator<HttpRequest<?>> {
    private final JsonWebTokenValidator<JWT, HttpRequest<?>> signatures;
    private final AccessTokens tokens;
    private final SessionService sessions;
    private final OAuthClientService clients;
    private final Tenants tenants;
    private final Scheduler blocking;

    AccessTokenValidator(
            JsonWebTokenValidator<JWT, HttpRequest<?>> signatures,
            AccessTokens tokens,
            SessionService sessions,
            OAuthClientService clients,
            Tenants tenants,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.signatures = signatures;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clients = clients;
        this.tenants = tenants;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        if (!looksLikeOne(token)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> caller(token, request))
                .subscribeOn(blocking)
                .flatMap(Mono::justOrEmpty);
    }

    /** An API key is not worth a thread here. */
    private static boolean looksLikeOne(String token) {
        return token.startsWith("eyJ");
    }

    private Optional<Authentication> caller(String token, @Nullable HttpRequest<?> request) {
        return signatures
                .validate(token, request)
                .filter(SignedJWT.class::isInstance)
                .flatMap(AccessTokenValidator::claims)
                .filter(tokens::current)
                .flatMap(this::caller);
    }

    private static Optional<JWTClaimsSet> claims(JWT token) {
        try {
            return Optional.ofNullable(token.getJWTClaimsSet());
        } catch (ParseException _) {
            return Optional.empty();
        }
    }

    private Optional<Authentication> caller(JWTClaimsSet claims) {
        var tenant =
                new Tenant(
                        TypeId.ORGANIZATION
                                .find(text(claims, AccessTokens.ORGANIZATION))
                                .orElseThrow(),
                        Environment.of(text(claims, AccessTokens.ENVIRONMENT)));
        var subject = claims.getSubject();
        var member = TypeId.MEMBER.find(subject);
        if (member.isPresent()) {
            var session = UUID.fromString(text(claims, AccessTokens.SESSION));
            return tenants.call(tenant, () -> sessions.signedIn(session, member.get()))
                    .map(it -> it.authentication(tenant));
        }
        return TypeId.OAUTH_CLIENT
                .find(subject)
                .flatMap(id -> tenants.call(tenant, () -> clients.usable(id)))
                .map(client -> {
                    var scopes = List.of(text(claims, AccessTokens.SCOPE).split(" "));
                    return Authentication.build(
                            subject,
                            scopes.stream().filter(client.scopes()::contains).toList(),
                            tenant.attributes());
                });
    }

    private static String text(JWTClaimsSet claims, String name) {
        return String.valueOf(claims.getClaim(name));
    }
}
