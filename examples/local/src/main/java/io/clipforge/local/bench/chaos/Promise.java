package io.clipforge.local.bench.chaos;

/** What must hold whatever went wrong, with a question whose answers are the exceptions. */
enum Promise {
    INGESTS_COMPLETE(
            "every accepted ingest completes",
            """
            select format('%s is %s: %s', id, status, coalesce(problem_detail, problem_code))
              from ingests
             where status <> 'completed'
            """),

    JOBS_SUCCEED_ONCE(
            "each ingest has its four jobs once, and they succeed",
            """
            select format('%s has %s', i.id, string_agg(j.kind || ' ' || j.status, ', '))
              from ingests i
              left join jobs j on j.ingest_id = i.id
             group by i.id
            having count(*) <> 4 or count(distinct j.kind) <> 4 or not bool_and(j.status = 'succeeded')
            """),

    TRANSCRIPT(
            "each asset has its transcript",
            """
            select i.asset_id::text
              from ingests i
              left join transcripts t on t.asset_id = i.asset_id
             where t.asset_id is null
            """),

    MOMENTS_ONCE(
            "each asset has one set of moments",
            """
            select format('%s has %s moments, the last of rank %s', i.asset_id, count(m.id), max(m.rank))
              from ingests i
              left join moments m on m.asset_id = i.asset_id
              left join jobs j on j.ingest_id = i.id and j.kind = 'rank.v1'
             group by i.asset_id
            having count(m.id) = 0
                or count(m.id) <> max(m.rank)
                or count(m.id) <> max((j.result ->> 'moments')::int)
            """),

    EVENTS_ONCE(
            "no event of a resource is told twice",
            """
            select format('%s of %s %s times', type, resource_id, count(*))
              from events
             group by type, resource_id
            having count(*) > 1
            """),

    EVENTS_WITHOUT_GAPS(
            "the events of a resource are numbered without gaps",
            """
            select format('%s has %s events, numbered %s to %s', resource_id, count(*), min(sequence), max(sequence))
              from events
             group by resource_id
            having min(sequence) <> 1 or max(sequence) <> count(*)
            """),

    EVENTS_COMPLETE(
            "each ingest is told of to its end",
            """
            select format('%s %s for %s ingests', count(e.id), wanted.type, (select count(*) from ingests))
              from (values ('transcript.ready'), ('moments.ready'), ('ingest.completed')) as wanted(type)
              left join events e on e.type = wanted.type
             group by wanted.type
            having count(e.id) <> (select count(*) from ingests)
            """),

    NO_FALSE_ALARM(
            "no failure is told of",
            "select format('%s of %s', type, resource_id) from events where type like '%.failed'"),

    CHARGED_ONCE(
            "each ingest is charged once",
            """
            select format('%s has %s entries of %s', i.id, count(u.id), coalesce(u.meter, 'any meter'))
              from ingests i
              left join jobs j on j.ingest_id = i.id
              left join usage_entries u on u.job_id = j.id
             group by i.id, u.meter
            having count(u.id) > 1
                or u.meter is null and not exists (
                    select from usage_entries o join jobs k on k.id = o.job_id where k.ingest_id = i.id)
            """),

    CHARGED_FOR_THE_WINNER(
            "only the run that succeeded is charged",
            """
            select format('%s was charged for run %s', u.job_id, u.run_id)
              from usage_entries u
              join jobs j on j.id = u.job_id
             where j.status <> 'succeeded' or j.run_id <> u.run_id
            """);

    private final String sentence;
    private final String exceptions;

    Promise(String sentence, String exceptions) {
        this.sentence = sentence;
        this.exceptions = exceptions;
    }

    String sentence() {
        return sentence;
    }

    /** Asks for one text a row. */
    String exceptions() {
        return exceptions;
    }
}
