//! Many resellers with the same rows.

use domain::values::ResellerId;
use sqlx::{AssertSqlSafe, Executor, PgConnection, postgres::PgConnectOptions};

use crate::stage::superuser;

/// Rows for the tables that a new reseller has none in: one or two for each account, and failed attempts to
/// sign in from everywhere.
const MORE: &str = "
    insert into session (id_hash, reseller_id, account_id, data, idle_until, expires_at)
    select sha256(id::text::bytea), reseller_id, id, '{}', now() + interval '30 min', now() + interval '8 h' from account;
    insert into one_time_token (hash, reseller_id, account_id, purpose, expires_at)
    select sha256(id::text::bytea), reseller_id, id, 'reset', now() + interval '1 h' from account;
    insert into login_attempt (id, address, name_hash, outcome)
    select gen_random_uuid(), '10.0.' || n / 250 || '.' || n % 250, sha256(n::text::bytea), 'failed'
    from generate_series(1, 10000) as n;
    insert into outgoing_mail (reseller_id, id, account_id, kind, state, done_at)
    select reseller_id, gen_random_uuid(), id, 'invitation', 'sent', now() from account;
    insert into outgoing_mail (reseller_id, id, account_id, kind)
    select reseller_id, gen_random_uuid(), id, 'reset' from account;
    insert into totp_factor (reseller_id, account_id, secret)
    select reseller_id, id, substr(sha256(id::text::bytea), 1, 20) from account;
    insert into recovery_code (reseller_id, account_id, hash)
    select reseller_id, id, sha256(id::text::bytea) from account;
    insert into passkey (reseller_id, account_id, id, credential_id, credential, name)
    select reseller_id, id, gen_random_uuid(), sha256(id::text::bytea), '{}', 'Handy' from account;
    insert into customer_proposal (reseller_id, id, customer_id, account_id, proposed)
    select reseller_id, gen_random_uuid(), customer_id, account_id, '{\"city\": \"Ulm\"}' from customer_account;
";

/// Makes a table's rows of one reseller ($1) rows of all new ones. Ids need be unique within a reseller
/// only, but for those of accounts and of what is found before a reseller is known.
const COPY: &str = "
    select format(
        'insert into %1$I (%2$s) select %3$s from %1$I as mine cross join newcomer where mine.reseller_id = %4$L',
        relname, string_agg(quote_ident(attname), ', '),
        string_agg(
            case
                when attname = 'reseller_id' then 'newcomer.id'
                when attname in ('account_id', 'id_hash', 'credential_id', 'user_name', 'hash')
                    or relname in ('account', 'session') and attname = 'id'
                then case atttypid
                    when 'uuid'::regtype then format('md5(mine.%I::text || newcomer.n)::uuid', attname)
                    when 'bytea'::regtype then format('sha256(mine.%I || int4send(newcomer.n))', attname)
                    else format('mine.%I || newcomer.n', attname)
                end
                else 'mine.' || quote_ident(attname)
            end,
            ', '
        ),
        $1::text
    )
    from pg_class
    join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
        and not attisdropped and attgenerated = ''
        and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'reseller_id')
    group by relname";

/// Adds so many resellers who have what this one has. As a superuser who asks for no constraint and no
/// trigger: the rows are there for the planner to count.
pub async fn gather(options: &PgConnectOptions, like: ResellerId, count: i32) {
    let mut connection = superuser(options).await;
    connection
        .execute("set session_replication_role = replica")
        .await
        .unwrap();
    let mine: i64 = sqlx::query_scalar("select count(*) from session")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    if mine == 0 {
        connection.execute(MORE).await.unwrap();
    }
    newcomers(&mut connection, count).await;
    let copies: Vec<String> = sqlx::query_scalar(COPY)
        .bind(like.to_string())
        .fetch_all(&mut connection)
        .await
        .unwrap();
    for copy in copies {
        connection.execute(AssertSqlSafe(copy)).await.unwrap();
    }
    connection.execute("analyze").await.unwrap();
}

async fn newcomers(connection: &mut PgConnection, count: i32) {
    connection
        .execute("create temp table newcomer (n integer, id uuid default gen_random_uuid())")
        .await
        .unwrap();
    sqlx::query("insert into newcomer select generate_series(1000 * $1 + 1, 1001 * $1)")
        .bind(count)
        .execute(&mut *connection)
        .await
        .unwrap();
    connection
        .execute(
            "insert into reseller (id, number, company, email)
             select id, (200000 + n)::text, 'Reseller ' || n, 'post@example.de' from newcomer",
        )
        .await
        .unwrap();
}
