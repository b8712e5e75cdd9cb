-- A second factor beside the password: codes of an app (TOTP, RFC 6238), and codes on paper for the day
-- on which the telephone is gone.

-- An account's app. The program has to know the secret to compute the codes, so it cannot be stored as a
-- hash; only `mkm_auth` may read it.
create table totp_factor (
    reseller_id uuid not null,
    account_id uuid not null,
    secret bytea not null,
    created_at timestamptz not null default now(),
    -- Null until a code has shown that the app knows the secret; it counts from then on.
    confirmed_at timestamptz,
    -- The latest time step (30 s since 1970) whose code was used: each works once.
    last_step bigint not null default 0,
    constraint totp_factor_pkey primary key (reseller_id, account_id),
    constraint totp_factor_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) on delete cascade,
    constraint totp_factor_secret_check check (octet_length(secret) = 20)
);

-- Codes that work once each, by their SHA-256.
create table recovery_code (
    reseller_id uuid not null,
    account_id uuid not null,
    hash bytea not null,
    used_at timestamptz,
    constraint recovery_code_pkey primary key (reseller_id, account_id, hash),
    constraint recovery_code_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) on delete cascade,
    constraint recovery_code_hash_check check (octet_length(hash) = 32)
);

alter table totp_factor enable row level security;
alter table totp_factor force row level security;
create policy totp_factor_sign_in on totp_factor to mkm_auth using (true) with check (true);
grant select, insert, update, delete on totp_factor to mkm_auth;

alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy recovery_code_sign_in on recovery_code to mkm_auth using (true) with check (true);
grant select, insert, update, delete on recovery_code to mkm_auth;

-- Whether there is a confirmed factor: known to every request, and to whoever works for the reseller.
alter table account add column has_second_factor boolean not null default false;
grant select (has_second_factor) on account to mkm_app;
grant update (has_second_factor) on account to mkm_auth;

-- The password was right, the factor is still to come: nobody is signed in.
alter table session
    add column awaits_factor boolean not null default false,
    add constraint session_awaits_factor_check check (not awaits_factor or account_id is not null);

-- Half a sign-in is none. The whole one begins another session, and that one counts.
drop trigger note_sign_in on session;
create trigger note_sign_in after insert on session
    for each row when (new.account_id is not null and not new.awaits_factor) execute function note_sign_in();

-- Who works for the reseller needs a second factor.
alter table reseller add column staff_second_factor boolean not null default false;
grant update (staff_second_factor) on reseller to mkm_app;
grant select (staff_second_factor) on reseller to mkm_auth;

create or replace function reseller_record(stored reseller) returns jsonb
    language sql stable
    return jsonb_build_object(
        'company', stored.company, 'email', stored.email, 'phone', stored.phone,
        'street', stored.street, 'postal_code', stored.postal_code, 'city', stored.city,
        'country', stored.country, 'website', stored.website,
        'language', stored.language, 'address_form', stored.address_form,
        'number_prefix', stored.number_prefix, 'number_digits', stored.number_digits,
        'number_next', stored.number_next, 'staff_second_factor', stored.staff_second_factor,
        'version', stored.version
    );

-- The owner of an account hears of it when a factor comes or goes.
alter table outgoing_mail
    drop constraint outgoing_mail_kind_check,
    add constraint outgoing_mail_kind_check check (
        kind in ('invitation', 'reset', 'email', 'email_changed', 'factor_added', 'factor_removed')
    );
