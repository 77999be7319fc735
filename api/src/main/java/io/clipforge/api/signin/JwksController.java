package io.clipforge.api.signin;

import io.clipforge.api.generated.model.JsonWebKey;
import io.clipforge.api.generated.model.JsonWebKeySet;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Publishes what others check our tokens with. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class JwksController {
    private final KnownKeys keys;

    JwksController(KnownKeys keys) {
        this.keys = keys;
    }

    @Get("/.well-known/jwks.json")
    HttpResponse<JsonWebKeySet> getJsonWebKeySet() {
        var set =
                new JsonWebKeySet(keys.published().stream().map(JwksController::resource).toList());
        return HttpResponse.ok(set).header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }

    private static JsonWebKey resource(KnownKeys.Key known) {
        var key = known.key();
        return new JsonWebKey(
                key.getKeyType().getValue(),
                key.getCurve().getName(),
                key.getKeyID(),
                key.getKeyUse().identifier(),
                key.getAlgorithm().getName(),
                key.getX().toString(),
                key.getY().toString());
    }
}
