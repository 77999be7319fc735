package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.clipforge.api.housekeeping.Schedule;
import io.clipforge.api.secrets.MasterKeys;
import io.clipforge.api.secrets.SecretBox;
import io.clipforge.api.signin.Forge;
import io.clipforge.api.signin.KeyRing;
import io.micronaut.context.ApplicationContext;
import io.micronaut.security.token.validator.TokenValidator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which tokens are believed. */
class AccessTokensTest {
    private static final String ISSUER = "https://api.clipforge.io";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final ApplicationContext PLATFORM = ControlPlane.bean(ApplicationContext.class);

    private final Staff staff = new Staff();
    private final String good = staff.session(staff.ownerEmail).text("access_token");

    private static int status(String token) {
        return Caller.with(token).get("/v1/organization").status();
    }

    private SignedJWT parsed() throws Exception {
        return SignedJWT.parse(good);
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return change.apply(new JWTClaimsSet.Builder(parsed().getJWTClaimsSet())).build();
    }

    private String forged(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return Forge.sign(PLATFORM, parsed().getHeader(), claims(change)).serialize();
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWKSet published() throws Exception {
        var answer = Caller.without().get("/.well-known/jwks.json");
        assertEquals("public, max-age=300", answer.header("Cache-Control"));
        return JWKSet.parse(answer.body().toString());
    }

    @Test
    void othersVerifyATokenWithThePublishedKeys() throws Exception {
        var set = published();
        assertFalse(set.containsNonPublicKeys());
        var verifier = new DefaultJWTProcessor<SecurityContext>();
        verifier.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        verifier.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(set)));
        verifier.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        ISSUER,
                        new JWTClaimsSet.Builder().issuer(ISSUER).build(),
                        Set.of("sub", "org_id", "environment", "scope", "exp", "iat", "jti")));
        var claims = verifier.process(good, null);
        assertEquals(staff.ownerId, claims.getSubject());
        assertEquals("live", claims.getStringClaim("environment"));
        assertTrue(claims.getStringClaim("scope").contains("projects:write"));
    }

    @Test
    void theUntouchedTokenIsBelieved() throws Exception {
        assertEquals(200, status(good));
        assertEquals(200, status(forged(it -> it)));
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() throws Exception {
        var parts = good.split("\\.", -1);
        var mightier =
                Base64URL.encode(
                        claims(it -> it.subject("mem_00000000000000000000000000")).toString());
        assertEquals(401, status(parts[0] + "." + mightier + "." + parts[2]));
        assertEquals(401, status(parts[0] + "." + parts[1] + "." + parts[2].substring(2)));
        assertEquals(401, status(parts[0] + "." + parts[1] + "."));
        assertEquals(401, status(parts[0] + "." + parts[1]));
        assertEquals(401, status("eyJ"));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws Exception {
        assertEquals(401, status(new PlainJWT(claims(it -> it)).serialize()));
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        var id = parsed().getHeader().getKeyID();
        var key = published().getKeyByKeyId(id).toECKey();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID(id).build();
        for (var secret :
                new byte[][] {
                    key.toJSONString().getBytes(StandardCharsets.UTF_8),
                    key.toECPublicKey().getEncoded()
                }) {
            assertEquals(401, status(signed(header, claims(it -> it), new MACSigner(secret))));
        }
    }

    @Test
    void aStrangersKeyIsRefusedUnderWhateverName() throws Exception {
        var own = new ECKeyGenerator(Curve.P_256).generate();
        var known = parsed().getHeader();
        var unknown = new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID("sig_x").build();
        var carried =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).jwk(own.toPublicJWK()).build();
        for (var header : new JWSHeader[] {known, unknown, carried}) {
            assertEquals(401, status(signed(header, claims(it -> it), new ECDSASigner(own))));
        }
    }

    @Test
    void aTokenThatHasExpiredIsRefusedAndSoIsOneThatNeverDoes() throws Exception {
        var past = Date.from(Instant.now().minusSeconds(1));
        assertEquals(401, status(forged(it -> it.expirationTime(past))));
        assertEquals(401, status(forged(it -> it.expirationTime(null))));
    }

    @Test
    void aTokenOfOthersOrForOthersIsRefused() throws Exception {
        assertEquals(401, status(forged(it -> it.issuer("https://evil.example"))));
        assertEquals(401, status(forged(it -> it.audience("https://other.example"))));
        var other = new JWSHeader.Builder(parsed().getHeader()).type(JOSEObjectType.JWT).build();
        assertEquals(401, status(Forge.sign(PLATFORM, other, claims(it -> it)).serialize()));
    }

    @Test
    void aMemberIsBelievedInTheirOwnOrganizationOnly() throws Exception {
        var other = new Staff();
        var organization = other.owner().get("/v1/organization").text("id");
        assertEquals(401, status(forged(it -> it.claim("org_id", organization))));
        assertEquals(401, status(forged(it -> it.subject(other.ownerId))));
    }

    @Test
    void nothingElseBelievesTokens() {
        assertEquals(1, ControlPlane.beans(TokenValidator.class).size());
    }

    @Test
    void keysFollowEachOther() {
        var ring = ControlPlane.bean(KeyRing.class);
        var old = Forge.signing(PLATFORM);
        ring.turn();
        assertEquals(old, Forge.signing(PLATFORM), "a young key stays");

        Database.execute("update signing_keys set created_at = now() - interval '31 days'");
        ring.turn();
        ring.turn();
        assertEquals(2, Forge.published(PLATFORM).size());
        assertEquals(old, Forge.signing(PLATFORM), "the next one is published first");

        Database.execute("update signing_keys set signs_from = now() where signs_from > now()");
        ring.turn();
        var next = Forge.signing(PLATFORM);
        assertTrue(!next.equals(old) && Forge.published(PLATFORM).contains(old));
        assertEquals(200, status(good));

        Database.execute(
                "update signing_keys set signs_from = signs_from - interval '1 hour', created_at = now()");
        ring.turn();
        assertEquals(List.of(next), Forge.published(PLATFORM));
    }

    @Test
    void aKeyIsSealedAnewWhenTheMasterKeyHasChanged() {
        var id = Database.value("select id from signing_keys order by signs_from desc limit 1");
        var sealed =
                Database.value(
                        "select private_key from signing_keys where id = '%s'".formatted(id));
        var context = "signing_keys/" + id;
        var plain = ControlPlane.bean(SecretBox.class).open(sealed, context);
        var yesterday =
                new SecretBox(
                        MasterKeys.of(
                                Map.of(
                                        ControlPlane.OLD_KEY,
                                        Base64.getDecoder().decode(ControlPlane.OLD_KEY_BYTES)),
                                null,
                                "unused"));
        Database.change(
                "update signing_keys set private_key = ? where id = ?",
                yesterday.seal(plain, context),
                UUID.fromString(id));
        var rotation = schedule("rotate-secrets");
        boolean more = true;
        while (more) {
            more = rotation.step();
        }
        assertEquals(
                ControlPlane.KEY,
                Database.value(
                        "select split_part(private_key, '.', 3) from signing_keys where id = '%s'"
                                .formatted(id)));
        assertNotNull(Forge.signing(PLATFORM));
    }

    private static Schedule.Work schedule(String name) {
        return ControlPlane.beans(Schedule.class).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .begin();
    }

    @Test
    void theDatabaseHoldsNoKeyThatSigns() {
        assertNotNull(Forge.signing(PLATFORM));
        for (var row : Database.column("select signing_keys::text from signing_keys")) {
            assertFalse(row.contains("\"d\""), row);
        }
    }
}
