//! What must be true of every table, also of those that come later: the tests ask it of the migrations,
//! [`crate::verify`] of a living database. Each statement gives the names of what is against the rule.

/// Tables that belong to no reseller. A new one must be argued for here.
pub const SHARED: &[&str] = &["login_attempt", "one_time_token", "session", "shop_article"];

/// Keys and indexes of a reseller's table that do not begin with the reseller, because sign-in looks
/// there before any reseller is known.
pub const GLOBAL_KEYS: &[&str] = &[
    "account_by_email",
    "account_id_key",
    "account_user_name_key",
    // A passkey signs in alone.
    "passkey_credential_id_key",
];

/// Tables without row-level security: what is the same for every reseller.
pub const OPEN: &[&str] = &["_sqlx_migrations", "shop_article"];

/// What runs with the owner's rights. A new one must be argued for here, and must name the reseller.
pub const OWNERS_FUNCTIONS: &[&str] = &[
    "end_access",
    "end_links",
    "link_audit_entries",
    "store_invitation",
];

pub const TABLES: &str = "
    select relname::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    order by 1";

pub const WITHOUT_FORCED_ROW_SECURITY: &str = "
    select relname::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)
    order by 1";

pub const POLICIES: &str = "
    select policyname::text from pg_policies where schemaname = 'public' order by 1";

pub const WITHOUT_POLICY: &str = "
    select relname::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not exists (select from pg_policy where polrelid = pg_class.oid)
    order by 1";

/// Policies that do not say both which rows may be seen and which may be written.
pub const HALF_POLICIES: &str = "
    select policyname::text from pg_policies
    where schemaname = 'public' and (
        cmd <> 'ALL' or qual is null or with_check is null or qual is distinct from with_check
    )
    order by 1";

/// Policies under which work for one reseller sees another's rows.
pub const LOOSE_POLICIES: &str = "
    select policyname::text from pg_policies
    where schemaname = 'public' and ('mkm_app' = any (roles) or 'public' = any (roles))
        and qual not in ('(reseller_id = current_reseller())', '(id = current_reseller())')
    order by 1";

/// Tables that work for a reseller has rights to, and no policy.
pub const UNGUARDED: &str = "
    select relname::text from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
        and has_any_column_privilege('mkm_app', oid, 'select, insert, update')
        and not exists (
            select from pg_policies
            where schemaname = 'public' and tablename = relname and 'mkm_app' = any (roles)
        )
    order by 1";

pub const KEYS: &str = "
    select index.relname::text
    from pg_index
    join pg_class as index on index.oid = indexrelid
    where index.relnamespace = 'public'::regnamespace
    order by 1";

/// Keys and indexes of a reseller's tables that do not begin with the reseller.
pub const KEYS_WITHOUT_RESELLER: &str = "
    select index.relname::text
    from pg_index
    join pg_class as index on index.oid = indexrelid
    join pg_class as relation on relation.oid = indrelid
    join pg_attribute as first_column on attrelid = relation.oid and attnum = indkey[0]
    where relation.relnamespace = 'public'::regnamespace
        and relation.relname <> all (array[
            'login_attempt', 'one_time_token', 'session', 'shop_article', 'reseller', '_sqlx_migrations'
        ])
        and first_column.attname <> 'reseller_id'
    order by 1";

pub const FOREIGN_KEYS: &str = "
    select conname::text from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace
    order by 1";

/// Foreign keys to a reseller's table without the reseller.
pub const FOREIGN_KEYS_WITHOUT_RESELLER: &str = "
    select conname::text
    from pg_constraint
    join pg_attribute as first_column on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and connamespace = 'public'::regnamespace
        and confrelid <> 'shop_article'::regclass
        and first_column.attname <> 'reseller_id'
    order by 1";

pub const OWNERS_FUNCTIONS_FOUND: &str = "
    select proname::text from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
    order by 1";

pub const TRIGGERS: &str = "
    select tgname::text from pg_trigger
    join pg_class on pg_class.oid = tgrelid
    where relnamespace = 'public'::regnamespace
    order by 1";

/// Triggers that were switched off, those of foreign keys among them.
pub const TRIGGERS_OFF: &str = "
    select relname || '.' || coalesce(conname, tgname)::text from pg_trigger
    join pg_class on pg_class.oid = tgrelid
    left join pg_constraint on pg_constraint.oid = tgconstraint
    where relnamespace = 'public'::regnamespace and tgenabled <> 'O'
    group by 1
    order by 1";

/// Constraints and indexes that are not known to hold for every row.
pub const NOT_VALIDATED: &str = "
    select conname::text from pg_constraint
    where connamespace = 'public'::regnamespace and not convalidated
    union all
    select relname::text from pg_index
    join pg_class on pg_class.oid = indexrelid
    where relnamespace = 'public'::regnamespace and not (indisvalid and indisready)
    order by 1";
