package io.clipforge.api.moments;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.audit.AuditTrail;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.json.StoredJson;
import io.clipforge.api.problems.ApiProblem;
import io.clipforge.api.tenancy.TenantTransactional;
import io.clipforge.jobs.RankedMoments;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps moments and what people decide about them. */
@Singleton
public class MomentService {
    private static final int ALL = 1_000;

    private final Moments moments;
    private final AssetService assets;
    private final AuditTrail audit;

    MomentService(Moments moments, AssetService assets, AuditTrail audit) {
        this.moments = moments;
        this.assets = assets;
        this.audit = audit;
    }

    /** Best first, as they come. */
    @TenantTransactional
    public List<Moment> keep(UUID assetId, RankedMoments ranked) {
        int rank = 0;
        for (var moment : ranked.moments()) {
            moments.add(
                    assetId,
                    ++rank,
                    moment.startMs(),
                    moment.endMs(),
                    moment.score(),
                    moment.title(),
                    StoredJson.text(moment.reasons()),
                    moment.scorer(),
                    moment.start(),
                    moment.probability(),
                    Objects.requireNonNullElse(moment.hashtags(), List.of()));
        }
        return moments.list(assetId, null, ALL);
    }

    /** Refuses an id that is not there. */
    @TenantTransactional
    public Moment get(String id) {
        return find(id, moments::find);
    }

    /** By their ids; who is not there is left out. */
    @TenantTransactional
    public Map<UUID, Moment> findAll(Collection<UUID> ids) {
        return moments.findAll(StoredJson.text(ids)).stream()
                .collect(Collectors.toMap(Moment::id, Function.identity()));
    }

    @TenantTransactional
    List<Moment> list(String assetId, @Nullable UUID after, int limit) {
        return moments.list(assets.get(assetId).id(), after, limit);
    }

    @TenantTransactional
    Moment approve(String id) {
        return decide("approveMoment", id, "approved");
    }

    @TenantTransactional
    Moment reject(String id) {
        return decide("rejectMoment", id, "rejected");
    }

    private Moment decide(String action, String id, String status) {
        var before = find(id, moments::hold);
        var after = moments.decide(before.id(), status);
        audit.record(action, id, before.resource(), after.resource());
        return after;
    }

    private static Moment find(String id, Function<UUID, Optional<Moment>> query) {
        return TypeId.MOMENT
                .find(id)
                .flatMap(query)
                .orElseThrow(() -> ApiProblem.notFound("moment"));
    }
}
