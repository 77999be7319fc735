package io.clipforge.api.identity;

import io.clipforge.api.generated.model.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a member may do: a set of scopes. A scope that the contract gains belongs to every role
 * whose rule does not leave it out.
 *
 * <table>
 *   <caption>Who may do what</caption>
 *   <tr><th>role</th><th>scopes</th></tr>
 *   <tr><td>owner</td><td>every scope; only owners who are signed in make, change and remove
 *       owners</td></tr>
 *   <tr><td>admin</td><td>every scope</td></tr>
 *   <tr><td>developer</td><td>every scope but for {@code invitations}, {@code audit_log}, and
 *       writing {@code organization}, {@code members}, {@code api_keys}, {@code
 *       oauth_clients}</td></tr>
 *   <tr><td>billing</td><td>reads {@code organization}, {@code members}, {@code usage}, {@code
 *       audit_log}; signs out</td></tr>
 *   <tr><td>viewer</td><td>reads all but {@code invitations}, {@code api_keys}, {@code
 *       oauth_clients}, {@code audit_log}; signs out</td></tr>
 * </table>
 */
public enum Role {
    OWNER(_ -> true),
    ADMIN(_ -> true),
    DEVELOPER(scope -> !Rules.NOT_FOR_DEVELOPERS.contains(scope)),
    BILLING(scope -> Rules.FOR_BILLING.contains(scope)),
    VIEWER(scope ->
            scope.equals(Rules.SIGN_OUT)
                    || (scope.endsWith(":read") && !Rules.NOT_FOR_VIEWERS.contains(scope)));

    @SuppressWarnings("ImmutableEnumChecker") // the list of a stream cannot be changed
    private final List<String> scopes;

    Role(Predicate<String> rule) {
        this.scopes = Arrays.stream(Scope.values()).map(Scope::getValue).filter(rule).toList();
    }

    /** Some of these stand here before the contract knows them. */
    private static final class Rules {
        static final String SIGN_OUT = "sessions:write";
        static final Set<String> NOT_FOR_DEVELOPERS =
                Set.of(
                        "organization:write",
                        "members:write",
                        "invitations:read",
                        "invitations:write",
                        "api_keys:write",
                        "oauth_clients:write",
                        "audit_log:read");
        static final Set<String> FOR_BILLING =
                Set.of(
                        "organization:read",
                        "members:read",
                        "usage:read",
                        "audit_log:read",
                        SIGN_OUT);
        static final Set<String> NOT_FOR_VIEWERS =
                Set.of("invitations:read", "api_keys:read", "oauth_clients:read", "audit_log:read");
    }

    /** In the order of the contract. */
    public List<String> scopes() {
        return scopes;
    }

    /** As the API and the database write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Role of(io.clipforge.api.generated.model.Role role) {
        return of(role.getValue());
    }

    io.clipforge.api.generated.model.Role resource() {
        return io.clipforge.api.generated.model.Role.fromValue(text());
    }
}
