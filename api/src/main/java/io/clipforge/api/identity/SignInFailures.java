package io.clipforge.api.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Counts in windows that begin with a first failure; each question is a transaction by itself. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SignInFailures extends GenericRepository<SignInFailure, String> {

    @Query(
            """
            insert into sign_in_failures as known (subject, failures, since)
            values (decode(:subject, 'hex'), 1, now())
            on conflict (subject) do update
               set failures = case when known.since > now() - :windowS * interval '1 second'
                                   then known.failures + 1 else 1 end,
                   since = case when known.since > now() - :windowS * interval '1 second'
                                then known.since else now() end
            returning encode(subject, 'hex') as subject, failures,
                      ceil(extract(epoch from since - now()))::bigint + :windowS as wait_s
            """)
    List<SignInFailure> count(String subject, long windowS);

    @Query(
            """
            select encode(subject, 'hex') as subject, failures,
                   ceil(extract(epoch from since - now()))::bigint + :windowS as wait_s
              from sign_in_failures
             where subject = decode(:subject, 'hex') and since > now() - :windowS * interval '1 second'
            """)
    List<SignInFailure> look(String subject, long windowS);

    @Query("delete from sign_in_failures where subject = decode(:subject, 'hex')")
    int forget(String subject);

    @Query("delete from sign_in_failures where since <= now() - :windowS * interval '1 second'")
    int forgetOld(long windowS);
}
