package io.clipforge.local.bench.noop;

import io.clipforge.api.jobs.JobListener;
import io.clipforge.api.jobs.JobService;
import io.clipforge.api.jobs.NewJob;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.local.Role;
import io.clipforge.local.Servers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** The real control plane in this JVM, asked for jobs as one of its own features would ask. */
public final class ControlPlane implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(1);

    private final EmbeddedServer server;
    private final NoopOrders orders = new NoopOrders();
    private final OrganizationService organizations;
    private final JobService service;
    private final Tenants tenants;

    private ControlPlane(EmbeddedServer server) {
        this.server = server;
        var context = server.getApplicationContext();
        context.registerSingleton(JobListener.class, orders);
        organizations = context.getBean(OrganizationService.class);
        service = context.getBean(JobService.class);
        tenants = context.getBean(Tenants.class);
    }

    public static ControlPlane start(Servers servers) {
        var properties = new HashMap<>(servers.queueAndStorage());
        properties.putAll(servers.database());
        properties.put("micronaut.server.port", -1);
        properties.put("clipforge.secret", UUID.randomUUID().toString());
        return new ControlPlane(Role.API.start(properties));
    }

    /** A new organization. */
    public Tenant tenant(String name) {
        var tenant = new Tenant(UUID.randomUUID(), Environment.TEST);
        organizations.found(tenant.orgId(), name);
        return tenant;
    }

    /** Returns when the jobs are committed. */
    public void submit(Tenant tenant, List<NewJob> jobs) {
        tenants.run(tenant, () -> service.submitAll(jobs));
    }

    /** Jobs that have ended well since the start. */
    public int succeeded() {
        return orders.succeeded();
    }

    /** Waits until this many jobs have ended well since the start. */
    public void awaitSucceeded(int count) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (succeeded() < count) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(succeeded() + " of " + count + " jobs are done");
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
