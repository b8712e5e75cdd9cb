-- Who works for a reseller: accounts with a right, made and ended by the reseller itself.

-- What somebody who works for a reseller may do; the table of rights is `rights.rs` in `domain`.
alter table account add column staff_right text;
-- Who was there before could do everything but change the reseller's own data. The owner sees the rows
-- only while row-level security does not bind it.
alter table account no force row level security;
update account set staff_right = 'edit' where role = 'staff';
alter table account force row level security;
alter table account
    -- Staff has a right, and nobody else has one: the reseller itself may everything, an end customer nothing.
    add constraint account_staff_right_check check (
        case role when 'staff' then staff_right is not null and staff_right in ('view', 'edit', 'manage')
            else staff_right is null end
    ),
    -- When the last session of the account began. The sessions themselves are gone soon.
    add column last_signed_in_at timestamptz;

grant select (staff_right, last_signed_in_at), insert (staff_right), update (staff_right) on account to mkm_app;
grant update (last_signed_in_at) on account to mkm_auth;

-- A reseller has few people, and many end customers.
create index account_of_staff on account (reseller_id) where role = 'staff';

-- Signing in makes a session, whichever way somebody signs in.
create function note_sign_in() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
    as $$
    begin
        update public.account set last_signed_in_at = now()
        where reseller_id = new.reseller_id and id = new.account_id;
        return null;
    end
    $$;
create trigger note_sign_in after insert on session
    for each row when (new.account_id is not null) execute function note_sign_in();

-- An account of staff as the audit log keeps it. Not of the whole row: the password's hash is in that.
create function staff_record(
    user_name text, first_name text, last_name text, email text, active boolean, staff_right text
) returns jsonb
    language sql stable
    return jsonb_build_object(
        'user_name', user_name, 'first_name', first_name, 'last_name', last_name,
        'email', email, 'active', active, 'staff_right', staff_right
    );
