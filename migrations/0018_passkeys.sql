-- Passkeys (WebAuthn): a second factor beside the password, or both factors in one.

create table passkey (
    reseller_id uuid not null,
    account_id uuid not null,
    id uuid not null,
    -- What the authenticator calls it.
    credential_id bytea not null,
    -- Public key and what else a signature is checked against.
    credential jsonb not null,
    -- The latest counter that it has signed with; 0 where it does not count.
    sign_count bigint not null default 0,
    -- What its owner calls it.
    name text not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    constraint passkey_pkey primary key (reseller_id, account_id, id),
    -- Not within a reseller: who signs in with a passkey alone is known by nothing else, and a passkey that
    -- another account has is no proof.
    constraint passkey_credential_id_key unique (credential_id),
    constraint passkey_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) on delete cascade,
    constraint passkey_credential_id_check check (octet_length(credential_id) between 1 and 1023),
    constraint passkey_name_check check (char_length(name) between 1 and 50 and name = btrim(name)),
    constraint passkey_sign_count_check check (sign_count >= 0)
);

alter table passkey enable row level security;
alter table passkey force row level security;
create policy passkey_sign_in on passkey to mkm_auth using (true) with check (true);
grant select, insert, update, delete on passkey to mkm_auth;

-- What `account.has_second_factor` says follows from the factors, whoever changes them; codes on paper stand
-- in for a factor and go with the last one.
create function keep_second_factor() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
    as $$
    declare
        factor record;
        is_left boolean;
    begin
        if tg_op = 'DELETE' then
            factor := old;
        else
            factor := new;
        end if;
        -- First the lock, so that the next statement sees what somebody else did before it.
        perform from public.account
        where reseller_id = factor.reseller_id and id = factor.account_id
        for no key update;
        -- The account itself goes, by whoever may delete it and may not read its factors.
        if not found then
            return null;
        end if;
        is_left := exists (
            select from public.totp_factor as app
            where app.reseller_id = factor.reseller_id and app.account_id = factor.account_id
                and app.confirmed_at is not null
        ) or exists (
            select from public.passkey as key
            where key.reseller_id = factor.reseller_id and key.account_id = factor.account_id
        );
        update public.account set has_second_factor = is_left
        where reseller_id = factor.reseller_id and id = factor.account_id
            and has_second_factor <> is_left;
        if not is_left then
            delete from public.recovery_code as code
            where code.reseller_id = factor.reseller_id and code.account_id = factor.account_id;
        end if;
        return null;
    end
    $$;
create trigger keep_second_factor after insert or update of confirmed_at or delete on totp_factor
    for each row execute function keep_second_factor();
create trigger keep_second_factor after insert or delete on passkey
    for each row execute function keep_second_factor();

-- How many an account has is decided here too: the program counts before it asks for one, and another
-- window may have been faster.
create function limit_passkeys() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
    as $$
    begin
        perform from public.account
        where reseller_id = new.reseller_id and id = new.account_id
        for no key update;
        if 10 <= (
            select count(*) from public.passkey as key
            where key.reseller_id = new.reseller_id and key.account_id = new.account_id
        ) then
            raise exception using
                errcode = 'check_violation', constraint = 'passkey_limit',
                message = 'an account has at most 10 passkeys';
        end if;
        return new;
    end
    $$;
create trigger limit_passkeys before insert on passkey
    for each row execute function limit_passkeys();

-- What a passkey is to sign: kept with the session that asked for it, for one answer and for one purpose.
alter table session
    add column passkey_purpose text,
    add column passkey_state jsonb,
    add column passkey_until timestamptz,
    add constraint session_passkey_purpose_check
        check (passkey_purpose in ('register', 'factor', 'proof', 'sign_in')),
    add constraint session_passkey_check check (
        (passkey_purpose is null) = (passkey_state is null)
        and (passkey_purpose is null) = (passkey_until is null)
    );

-- The owner of an account hears of each factor that comes or goes.
alter table outgoing_mail
    drop constraint outgoing_mail_kind_check,
    add constraint outgoing_mail_kind_check check (
        kind in (
            'invitation', 'reset', 'email', 'email_changed', 'factor_added', 'factor_removed',
            'app_removed', 'passkey_added', 'passkey_removed'
        )
    );
