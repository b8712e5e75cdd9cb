-- The audit log as a chain: each entry is sealed by the SHA-256 of itself and the seal before it. Who
-- can write to the tables past the program, and changes or removes an entry, breaks the chain there;
-- `mkm verify` says where.

create table audit_link (
    reseller_id uuid not null,
    -- From 1, without a gap, for each reseller.
    number bigint not null,
    entry_id uuid not null,
    hash bytea not null,
    constraint audit_link_pkey primary key (reseller_id, number),
    constraint audit_link_entry_key unique (reseller_id, entry_id),
    constraint audit_link_number_check check (number >= 1),
    constraint audit_link_hash_check check (octet_length(hash) = 32)
);

-- Every column that was written; times as numbers, because their text depends on the session.
create function audit_digest(previous bytea, entry audit_entry) returns bytea
    language sql stable parallel safe
    return sha256(previous || convert_to(
        jsonb_build_array(
            entry.reseller_id, entry.id, extract(epoch from entry.at), entry.actor, entry.actor_account,
            entry.kind, entry.object_id, entry.before, entry.after
        )::text,
        'UTF8'
    ));

-- What is there already, oldest first. The owner sees it only while row-level security does not bind it.
alter table audit_entry no force row level security;
do $$
declare
    entry audit_entry;
    reseller uuid;
    last_number bigint;
    last_hash bytea;
begin
    for entry in select * from audit_entry order by reseller_id, at, id loop
        if entry.reseller_id is distinct from reseller then
            reseller := entry.reseller_id;
            last_number := 0;
            last_hash := '';
        end if;
        last_number := last_number + 1;
        last_hash := audit_digest(last_hash, entry);
        insert into audit_link (reseller_id, number, entry_id, hash)
        values (reseller, last_number, entry.id, last_hash);
    end loop;
end
$$;
alter table audit_entry force row level security;

alter table audit_link enable row level security;
alter table audit_link force row level security;
-- Rights to it has nobody but the owner, as whom the function below runs.
create policy audit_link_tenant on audit_link to mkm_app, mkm_auth
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());

-- Links what a transaction noted, as it commits: a reseller's changes wait for each other only there,
-- after every other lock. The first entry of a transaction takes all of them along; the others find
-- themselves linked. A transaction can have worked for several resellers, so each entry names its own.
create function link_audit_entries() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
    declare
        before text := current_setting('app.reseller_id', true);
        entry public.audit_entry;
        last_number bigint;
        last_hash bytea;
    begin
        perform set_config('app.reseller_id', new.reseller_id::text, true);
        if not exists (
            select from public.audit_link as link
            where link.reseller_id = new.reseller_id and link.entry_id = new.id
        ) then
            perform pg_advisory_xact_lock(hashtextextended(new.reseller_id::text, 30));
            select link.number, link.hash into last_number, last_hash
            from public.audit_link as link
            where link.reseller_id = new.reseller_id
            order by link.number desc
            limit 1;
            last_number := coalesce(last_number, 0);
            last_hash := coalesce(last_hash, '');
            for entry in
                select noted.* from public.audit_entry as noted
                where noted.reseller_id = new.reseller_id
                    and (noted.at = now() or noted.id = new.id)
                    and not exists (
                        select from public.audit_link as link
                        where link.reseller_id = noted.reseller_id and link.entry_id = noted.id
                    )
                order by noted.at, noted.id
            loop
                last_number := last_number + 1;
                last_hash := public.audit_digest(last_hash, entry);
                insert into public.audit_link (reseller_id, number, entry_id, hash)
                values (entry.reseller_id, last_number, entry.id, last_hash);
            end loop;
        end if;
        perform set_config('app.reseller_id', coalesce(before, ''), true);
        return null;
    end
    $$;
revoke execute on function link_audit_entries() from public;

create constraint trigger link_audit_entries after insert on audit_entry
    deferrable initially deferred
    for each row execute function link_audit_entries();
