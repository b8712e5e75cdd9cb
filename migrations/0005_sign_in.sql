-- Signing in. Secrets are stored as their SHA-256 only: a copy of the database opens nothing.
-- These tables belong to no reseller, because before sign-in none is known; only `mkm_auth` has them.

create table session (
    id_hash bytea not null,
    -- Null before sign-in.
    reseller_id uuid,
    account_id uuid,
    data jsonb not null,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    -- Never after `expires_at`, so this alone says when the session ends.
    idle_until timestamptz not null,
    expires_at timestamptz not null,
    constraint session_pkey primary key (id_hash),
    constraint session_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) match full on delete cascade,
    constraint session_id_hash_check check (octet_length(id_hash) = 32),
    constraint session_idle_until_check check (idle_until <= expires_at)
);
create index session_by_account on session (account_id);
create index session_by_end on session (idle_until);

create table one_time_token (
    hash bytea not null,
    reseller_id uuid not null,
    account_id uuid not null,
    purpose text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint one_time_token_pkey primary key (hash),
    constraint one_time_token_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) on delete cascade,
    constraint one_time_token_hash_check check (octet_length(hash) = 32),
    constraint one_time_token_purpose_check check (purpose in ('invitation', 'reset'))
);
create index one_time_token_by_account on one_time_token (account_id);

-- Every sign-in that was not a success. The name only as its SHA-256: people type passwords there.
create table login_attempt (
    id uuid not null,
    -- An IPv4 address, or the /64 that an IPv6 address lies in.
    address text not null,
    name_hash bytea not null,
    at timestamptz not null default clock_timestamp(),
    -- `open`: the password is being checked; `failed`; `forgiven`: the name has signed in since.
    outcome text not null default 'open',
    -- Set where this failure was one name too many.
    blocked_until timestamptz,
    constraint login_attempt_pkey primary key (id),
    constraint login_attempt_name_hash_check check (octet_length(name_hash) = 32),
    constraint login_attempt_outcome_check check (outcome in ('open', 'failed', 'forgiven'))
);
create index login_attempt_by_address on login_attempt (address, at);
create index login_attempt_by_name on login_attempt (name_hash, at);
create index login_attempt_by_time on login_attempt (at);

alter table session enable row level security;
alter table session force row level security;
create policy session_sign_in on session to mkm_auth using (true) with check (true);
grant select, insert, update, delete on session to mkm_auth;

alter table one_time_token enable row level security;
alter table one_time_token force row level security;
create policy one_time_token_sign_in on one_time_token to mkm_auth using (true) with check (true);
grant select, insert, update, delete on one_time_token to mkm_auth;

alter table login_attempt enable row level security;
alter table login_attempt force row level security;
create policy login_attempt_sign_in on login_attempt to mkm_auth using (true) with check (true);
grant select, insert, update, delete on login_attempt to mkm_auth;
