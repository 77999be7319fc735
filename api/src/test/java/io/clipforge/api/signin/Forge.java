package io.clipforge.api.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.BeanContext;
import java.time.Clock;
import java.util.List;

/**
 * Signs with the platform's own key whatever a test says, and sees the keys as a new replica would.
 */
public final class Forge {
    private Forge() {}

    public static SignedJWT sign(BeanContext platform, JWSHeader header, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        var keys = platform.getBean(KnownKeys.class);
        token.sign(keys.signer(keys.signing()));
        return token;
    }

    /** Ids of the published keys. */
    public static List<String> published(BeanContext platform) {
        return fresh(platform).published().stream().map(KnownKeys.Key::id).toList();
    }

    /** Id of the key that signs. */
    public static String signing(BeanContext platform) {
        return fresh(platform).signing().id();
    }

    private static KnownKeys fresh(BeanContext platform) {
        return new KnownKeys(platform.getBean(KeyRing.class), platform.getBean(Clock.class));
    }
}
