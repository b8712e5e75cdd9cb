-- Portal users as records that a reseller makes, invites, edits and ends; and the mails that this and a
-- forgotten password send.

alter table account
    -- Counts the edits; an edit names the version it started from.
    add column version integer not null default 1,
    -- Whoever works for a reseller may know that there is a password, not its hash.
    add column has_password boolean not null generated always as (password_hash is not null) stored,
    -- When the link of the last invitation was made: as its mail was sent, or to be passed on by hand.
    add column invited_at timestamptz,
    -- Who forgot the password may type the address. A plain column, like the user name's.
    add column email_key text not null generated always as (lower(email)) stored,
    add constraint account_version_check check (version >= 1);

-- Begins with no reseller: who forgot a password is nobody's yet.
create index account_by_email on account (email_key);

-- For the number of those who were invited and have not come.
create index account_not_yet_there on account (reseller_id) where role = 'portal' and active and not has_password;

grant select (version, has_password, invited_at, email_key),
    update (user_name, first_name, last_name, email, active, version, invited_at), delete
    on account to mkm_app;
-- An address is confirmed by a link, whoever is signed in.
grant update (email, version, invited_at) on account to mkm_auth;

-- A link that confirms a new address knows which.
alter table one_time_token
    add column new_email text,
    drop constraint one_time_token_purpose_check,
    add constraint one_time_token_purpose_check check (purpose in ('invitation', 'reset', 'email')),
    add constraint one_time_token_new_email_check check (
        (purpose = 'email') = (new_email is not null)
        and (new_email is null or (is_line(new_email, 254) and new_email like '_%@_%._%'))
    );

-- Mails, written in the transaction of what they tell of and sent after it. No text and no secret: the
-- sender makes the one-time link as it sends.
create table outgoing_mail (
    reseller_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    kind text not null,
    -- Null: the account's address, as it is when the mail is sent.
    recipient text,
    -- `waiting`; `sent`: taken by the mail server; `failed`: given up.
    state text not null default 'waiting',
    -- When it was last asked for. Asked for again while it waits, it is sent once.
    queued_at timestamptz not null default clock_timestamp(),
    attempts integer not null default 0,
    -- Not sent before.
    due_at timestamptz not null default clock_timestamp(),
    -- Until then one sender has it.
    leased_until timestamptz,
    -- When it was sent or given up.
    done_at timestamptz,
    -- What the mail server last answered, its number only: its words may name people.
    last_reply smallint,
    constraint outgoing_mail_pkey primary key (reseller_id, id),
    constraint outgoing_mail_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) on delete cascade,
    constraint outgoing_mail_kind_check check (kind in ('invitation', 'reset', 'email', 'email_changed')),
    constraint outgoing_mail_recipient_check check (
        (kind in ('email', 'email_changed')) = (recipient is not null)
        and (recipient is null or (is_line(recipient, 254) and recipient like '_%@_%._%'))
    ),
    constraint outgoing_mail_state_check check (state in ('waiting', 'sent', 'failed')),
    constraint outgoing_mail_done_at_check check ((state = 'waiting') = (done_at is null)),
    constraint outgoing_mail_attempts_check check (attempts >= 0)
);
-- Each address that is given up is told of it, however many changes follow one another.
create unique index outgoing_mail_waiting_key on outgoing_mail (reseller_id, account_id, kind)
    where state = 'waiting' and kind <> 'email_changed';
create index outgoing_mail_by_account on outgoing_mail (reseller_id, account_id, kind, queued_at);
-- Few mails wait.
create index outgoing_mail_due on outgoing_mail (reseller_id, due_at) where state = 'waiting';

alter table outgoing_mail enable row level security;
alter table outgoing_mail force row level security;
create policy outgoing_mail_tenant on outgoing_mail to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
-- The sender works for all resellers, and a forgotten password is nobody's yet.
create policy outgoing_mail_sign_in on outgoing_mail to mkm_auth using (true) with check (true);
grant select, insert, update, delete on outgoing_mail to mkm_app;
grant select, insert, update, delete on outgoing_mail to mkm_auth;

-- A mail names the reseller, in its language and manners.
grant select (email, language, address_form) on reseller to mkm_auth;

-- Sessions and links belong to sign-in, and whoever works for a reseller has no right to those tables.
-- These three things it may do there, for accounts of its own: they run with the owner's rights, so each
-- names the reseller itself.

-- Ends what an account has open: its sessions and its links.
create function end_access(account uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    begin atomic
        delete from public.session
        where reseller_id = public.current_reseller() and account_id = end_access.account;
        update public.one_time_token set used_at = now()
        where reseller_id = public.current_reseller() and account_id = end_access.account and used_at is null;
    end;

-- Ends the links alone: they went to an address that is no longer the account's.
create function end_links(account uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    begin atomic
        update public.one_time_token set used_at = now()
        where reseller_id = public.current_reseller() and account_id = end_links.account and used_at is null;
    end;

-- Stores an invitation's link, by the SHA-256 of its secret; older ones become void.
create function store_invitation(account uuid, hash bytea, expires_at timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    begin atomic
        update public.one_time_token set used_at = now()
        where reseller_id = public.current_reseller() and account_id = store_invitation.account
            and purpose = 'invitation' and used_at is null;
        insert into public.one_time_token (hash, reseller_id, account_id, purpose, expires_at)
        values (
            store_invitation.hash, public.current_reseller(), store_invitation.account,
            'invitation', store_invitation.expires_at
        );
    end;

revoke execute on function end_access(uuid), end_links(uuid), store_invitation(uuid, bytea, timestamptz) from public;
grant execute on function end_access(uuid), end_links(uuid), store_invitation(uuid, bytea, timestamptz) to mkm_app;

-- A portal user as the audit log keeps it. Not of the whole row: the password's hash is in that.
create function account_record(
    user_name text, first_name text, last_name text, email text, active boolean, customer jsonb
) returns jsonb
    language sql stable
    return jsonb_build_object(
        'user_name', user_name, 'first_name', first_name, 'last_name', last_name,
        'email', email, 'active', active, 'customer', customer
    );
