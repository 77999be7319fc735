package io.clipforge.api.housekeeping;

import io.clipforge.api.tenancy.Tenants;
import io.clipforge.api.uploads.UploadService;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Gives up uploads that were not completed in time, and the room that their parts take. */
@Singleton
final class UploadExpiry implements Schedule {
    private static final int BATCH = 50;
    private static final Leftover START =
            new Leftover(new UUID(0, 0), new UUID(0, 0), "", Instant.EPOCH);

    private final Leftovers leftovers;
    private final UploadService uploads;
    private final Tenants tenants;

    UploadExpiry(Leftovers leftovers, UploadService uploads, Tenants tenants) {
        this.leftovers = leftovers;
        this.uploads = uploads;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "expire-uploads";
    }

    @Override
    public String cron() {
        return "0 */5 * * * *";
    }

    @Override
    public Work begin() {
        return new Round<>(
                START,
                last -> leftovers.uploads(last.since(), last.id(), BATCH),
                it -> tenants.run(it.tenant(), () -> uploads.expire(it.id())));
    }
}
