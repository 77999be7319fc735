package io.clipforge.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People belong to no organization, so their rows have policies of their own. */
class PeopleTest {
    private final Staff staff = new Staff();
    private final String colleague = staff.join("viewer");
    private final Staff stranger = new Staff();

    private static int visible(String table, String setting, String value) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(Servers.databaseUrl(), "clipforge_app", "app");
                var reach = connection.prepareStatement("select set_config(?, ?, false)")) {
            reach.setString(1, setting);
            reach.setString(2, value);
            reach.execute();
            var rows = connection.createStatement().executeQuery("select count(*) from " + table);
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void withoutAReasonNobodyIsSeen() throws SQLException {
        for (var table : List.of("users", "user_passwords", "members", "sessions")) {
            assertEquals(0, visible(table, "app.org_id", ""), table);
        }
    }

    @Test
    void anOrganizationSeesItsMembersAndNotTheirPasswords() throws SQLException {
        var organization = staff.organization.toString();
        assertEquals(2, visible("users", "app.org_id", organization));
        assertEquals(0, visible("user_passwords", "app.org_id", organization));
    }

    @Test
    void whoNamesAnEmailSeesOnePerson() throws SQLException {
        for (var table : List.of("users", "user_passwords")) {
            assertEquals(1, visible(table, "app.sign_in_email", colleague), table);
            assertEquals(0, visible(table, "app.sign_in_email", "nobody@example.com"), table);
        }
        assertEquals(0, visible("members", "app.sign_in_email", colleague));
    }

    @Test
    void aPersonSeesWhereTheyAreAMember() throws SQLException {
        var token = Staff.invite(stranger.owner(), colleague, "viewer").text("token");
        assertEquals(201, stranger.accept(token, Staff.PASSWORD).status());
        var id = Database.look("select id::text from users where email = ?", colleague);
        assertEquals(2, visible("members", "app.user_id", String.valueOf(id)));
        assertEquals(0, visible("sessions", "app.user_id", String.valueOf(id)));
    }
}
