package io.clipforge.local.bench.http;

import io.clipforge.api.apikeys.ApiKeyService;
import io.clipforge.api.ids.TypeId;
import io.clipforge.api.organizations.OrganizationService;
import io.clipforge.api.tenancy.Tenant;
import io.clipforge.api.tenancy.Tenant.Environment;
import io.clipforge.local.Role;
import io.clipforge.local.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Some organizations with their keys and projects, in our tables. */
record Dataset(List<Account> accounts) {
    /**
     * Several, because our audit log makes the creates of one organization wait for each other, and
     * no platform has only one customer.
     */
    private static final int ACCOUNTS = 16;

    private static final int PROJECTS = 1_000;

    /** To the millisecond, which is all that JavaScript knows of a time. */
    private static final String FILL =
            """
            insert into projects (id, org_id, environment, name, metadata, created_at, updated_at)
            select uuidv7(), ?, 'live', 'Show ' || n, jsonb_build_object('channel', 'main', 'season', n::text),
                   date_trunc('milliseconds', now()), date_trunc('milliseconds', now())
              from generate_series(1, ?) n
            returning id
            """;

    Dataset {
        accounts = List.copyOf(accounts);
    }

    /** Makes the database by starting a control plane once. */
    static Dataset make(Servers servers, Map<String, Object> properties) throws SQLException {
        var accounts = new ArrayList<Account>();
        try (var plane = Role.API.start(properties);
                var connection = servers.superuser()) {
            var context = plane.getApplicationContext();
            for (int i = 0; i < ACCOUNTS; i++) {
                var tenant = new Tenant(UUID.randomUUID(), Environment.LIVE);
                var name = "Bench " + i;
                context.getBean(OrganizationService.class).found(tenant.orgId(), name);
                var key = context.getBean(ApiKeyService.class).issue(tenant, name);
                accounts.add(new Account(tenant.orgId(), key, fill(connection, tenant.orgId())));
            }
        }
        return new Dataset(accounts);
    }

    private static List<String> fill(Connection connection, UUID organization) throws SQLException {
        try (var statement = connection.prepareStatement(FILL)) {
            statement.setObject(1, organization);
            statement.setInt(2, PROJECTS);
            try (var rows = statement.executeQuery()) {
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(TypeId.PROJECT.text(rows.getObject(1, UUID.class)));
                }
                return ids;
            }
        }
    }
}
