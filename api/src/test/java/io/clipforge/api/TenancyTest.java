package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clipforge.api.assets.AssetService;
import io.clipforge.api.idempotency.Idempotency;
import io.clipforge.api.identity.IdentityService;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.api.tenancy.Tenants;
import io.clipforge.jobs.JobKind;
import io.clipforge.jobs.JobOutcome;
import io.micronaut.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenancyTest {
    private final Customer customer = new Customer();

    @Test
    void theApplicationIsNeitherOwnerNorSuperuser() throws SQLException {
        try (var connection = application();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        select current_user, rolsuper, rolbypassrls,
                                               exists (select from pg_class where relowner = pg_roles.oid)
                                          from pg_roles where rolname = current_user
                                        """)) {
            assertTrue(rows.next());
            assertEquals("clipforge_app", rows.getString(1));
            assertFalse(rows.getBoolean(2));
            assertFalse(rows.getBoolean(3));
            assertFalse(rows.getBoolean(4));
        }
    }

    /** A transaction tells PostgreSQL of a tenant when it changes, in both directions. */
    @Test
    void workForAnotherTenantInsideOfATransactionSeesThatTenantsRowsOnly() {
        var other = new Customer();
        var own = assetOf(customer);
        var others = assetOf(other);
        var both = List.of(own, others);
        var assets = ControlPlane.bean(AssetService.class);
        var tenants = ControlPlane.bean(Tenants.class);
        var seen = new ArrayList<Set<UUID>>();
        Runnable look = () -> seen.add(assets.findAll(both).keySet());
        tenants.run(
                new Tenant(customer.organization, Environment.LIVE),
                () ->
                        ControlPlane.bean(Idempotency.class)
                                .once(
                                        Worker.key(),
                                        "look",
                                        "twice",
                                        String.class,
                                        () -> {
                                            look.run();
                                            tenants.run(
                                                    new Tenant(
                                                            other.organization, Environment.LIVE),
                                                    look);
                                            look.run();
                                            return HttpResponse.ok("done");
                                        }));
        assertEquals(List.of(Set.of(own), Set.of(others), Set.of(own)), seen);
    }

    private static UUID assetOf(Customer customer) {
        return TypeId.ASSET.find(customer.ingest().path("asset_id").asText()).orElseThrow();
    }

    @Test
    void everyTableOfATenantIsForcedBehindItsPolicy() throws SQLException {
        try (var connection = Servers.superuser()) {
            for (var table : tenantTables()) {
                assertTrue(guarded(connection, table), table + " is open");
            }
        }
    }

    /** Else a list of one walks through the newest rows of all. */
    @Test
    void howManyRowsATenantHasIsNotCounted() {
        var counted =
                Database.column(
                        """
                        select attrelid::regclass || '.' || attname
                          from pg_attribute join pg_class on pg_class.oid = attrelid
                         where attname in ('org_id', 'environment') and attstattarget is distinct from 0
                           and relkind = 'r' and relnamespace = 'public'::regnamespace
                           and exists (select from pg_attribute as org
                                        where org.attrelid = pg_class.oid and org.attname = 'org_id')
                        """);
        assertEquals(List.of(), counted);
    }

    /** The check above is worth something: it notices each policy that is gone or eased. */
    @Test
    void theLossOfAnyOnePolicyIsNoticed() throws SQLException {
        for (var table : tenantTables()) {
            for (var loss :
                    List.of(
                            "drop policy tenant on " + table,
                            "alter table " + table + " disable row level security",
                            "alter table " + table + " no force row level security",
                            "alter policy tenant on " + table + " using (true)",
                            "alter policy tenant on " + table + " with check (true)")) {
                try (var connection = Servers.superuser();
                        var statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.execute(loss);
                    assertFalse(guarded(connection, table), loss);
                    connection.rollback();
                }
            }
        }
    }

    private static boolean guarded(Connection connection, String table) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        """
                        select exists (
                            select from pg_class join pg_policy on polrelid = pg_class.oid
                             where pg_class.oid = ?::regclass and polname = 'tenant'
                               and relrowsecurity and relforcerowsecurity
                               and pg_get_expr(polqual, polrelid) like '%current_org()%'
                               and pg_get_expr(polwithcheck, polrelid) like '%current_org()%')
                        """)) {
            query.setString(1, table);
            var rows = query.executeQuery();
            return rows.next() && rows.getBoolean(1);
        }
    }

    /**
     * With rows of one organization in every table, another sees none: fails with any policy gone.
     */
    @Test
    void noRowOfATableIsVisibleToAnotherOrganization() throws SQLException {
        fillEveryTable();
        for (var table : tenantTables()) {
            assertTrue(count(table, customer.organization) > 0, table + " holds nothing to hide");
            assertEquals(0, count(table, UUID.randomUUID()), table + " shows rows of a stranger");
        }
    }

    @Test
    void withoutATenantNoRowIsVisible() throws SQLException {
        fillEveryTable();
        try (var connection = application()) {
            for (var table : tenantTables()) {
                var rows =
                        connection.createStatement().executeQuery("select count(*) from " + table);
                assertTrue(rows.next());
                assertEquals(0, rows.getInt(1), table);
            }
        }
    }

    @Test
    void theIdOfAnotherOrganizationIsNotFound() {
        var stranger = new Customer();
        var path = "/v1/projects/" + customer.project;
        assertEquals(200, customer.api.get(path).status());
        assertEquals(404, stranger.api.get(path).status());
        assertEquals(404, stranger.api.delete(path).status());
        assertEquals(200, customer.api.get(path).status());
    }

    @Test
    void theTestEnvironmentSeesNothingOfTheLiveOne() {
        var test = Caller.with(ControlPlane.issue(customer.organization, Environment.TEST));
        assertEquals(404, test.get("/v1/projects/" + customer.project).status());
        assertEquals(0, test.get("/v1/projects").body().path("data").size());
    }

    private void fillEveryTable() {
        var worker = new Worker(customer);
        customer.api.post(
                "/v1/brand_kits",
                """
                {"name": "House", "primary_color": "#112233", "text_color": "#FFFFFF", "highlight_color": "#FFCC00"}
                """);
        customer.api.post(
                "/v1/webhook_endpoints",
                "{\"url\": \"https://example.com/hook\", \"event_types\": [\"ingest.completed\"]}");
        fillIdentity();
        Database.execute(
                "insert into job_shares (org_id) values ('%s') on conflict do nothing"
                        .formatted(customer.organization));
        var key =
                customer.api.post(
                        "/v1/api_keys",
                        "{\"name\": \"A\", \"environment\": \"live\", \"scopes\": [\"jobs:read\"]}");
        customer.api.post("/v1/api_keys/" + key.text("id") + "/reroll", "{}");
        var ingest = customer.ingest();
        worker.end(worker.take(JobKind.INGEST), new JobOutcome.HandedBack());
        worker.ingest();
        customer.awaitIngest(ingest.path("id").asText(), "completed");
        var moments = "/v1/assets/" + ingest.path("asset_id").asText() + "/moments";
        var export = customer.export(customer.api.get(moments).body().at("/data/0/id").asText());
        customer.api.post("/v1/exports/" + export.path("id").asText() + "/cancel", "");
    }

    private void fillIdentity() {
        var email = Staff.email();
        ControlPlane.bean(IdentityService.class)
                .addOwner(customer.organization, email, "Olive", Staff.PASSWORD);
        Staff.signIn(Caller.without(), email, Staff.PASSWORD);
        Staff.invite(customer.api, Staff.email(), "viewer");
        customer.api.post(
                "/v1/oauth_clients",
                """
                {"name": "CI", "environment": "live", "scopes": ["projects:read"]}
                """);
    }

    private static List<String> tenantTables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = Servers.superuser();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        """
                                        select table_name from information_schema.columns
                                         where table_schema = 'public' and column_name = 'org_id'
                                         union select 'organizations'
                                         order by 1
                                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertTrue(tables.size() >= 19, tables.toString());
        return tables;
    }

    private static int count(String table, UUID organization) throws SQLException {
        try (var connection = application();
                var reach =
                        connection.prepareStatement(
                                "select set_config('app.org_id', ?, false), set_config('app.environment', 'live', false)")) {
            reach.setString(1, organization.toString());
            reach.execute();
            var rows = connection.createStatement().executeQuery("select count(*) from " + table);
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection application() throws SQLException {
        return DriverManager.getConnection(Servers.databaseUrl(), "clipforge_app", "app");
    }
}
