package io.clipforge.api.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant;
import io.micronaut.security.token.jwt.signature.SignatureConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens: JWTs as RFC 9068 has them, signed with ES256 and nothing else. Micronaut Security
 * asks {@link #verify} whether a token is signed by us.
 */
@Singleton
class AccessTokens implements SignatureConfiguration {
    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    static final String ORGANIZATION = "org_id";
    static final String ENVIRONMENT = "environment";
    static final String SCOPE = "scope";
    static final String SESSION = "sid";

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final KnownKeys keys;
    private final TokenSettings settings;
    private final Clock clock;

    AccessTokens(KnownKeys keys, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    long lifeS() {
        return settings.access().toSeconds();
    }

    /**
     * @param subject id of the member or OAuth client
     * @param session absent for an OAuth client
     */
    String issue(String subject, Tenant tenant, List<String> scopes, @Nullable UUID session) {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(settings.issuer())
                        .audience(settings.issuer())
                        .subject(subject)
                        .claim(ORGANIZATION, TypeId.ORGANIZATION.text(tenant.orgId()))
                        .claim(ENVIRONMENT, tenant.environment().text())
                        .claim(SCOPE, String.join(" ", scopes))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(settings.access())))
                        .jwtID(UUID.randomUUID().toString());
        if (session != null) {
            claims.claim(SESSION, session.toString());
        }
        var key = keys.signing();
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(ALGORITHM).type(TYPE).keyID(key.id()).build(),
                        claims.build());
        try {
            token.sign(keys.signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("an access token could not be signed", e);
        }
        return token.serialize();
    }

    /** Beside the signature, as it was verified before. */
    boolean current(JWTClaimsSet claims) {
        var expiry = claims.getExpirationTime();
        return settings.issuer().equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(settings.issuer()))
                && expiry != null
                && clock.instant().isBefore(expiry.toInstant());
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "Only " + ALGORITHM + " is supported";
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return ALGORITHM.equals(algorithm);
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        var header = token.getHeader();
        if (!ALGORITHM.equals(header.getAlgorithm()) || !TYPE.equals(header.getType())) {
            return false;
        }
        var key = Optional.ofNullable(header.getKeyID()).flatMap(keys::find);
        return key.isPresent() && token.verify(key.get().verifier());
    }
}
