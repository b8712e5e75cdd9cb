-- Who changed what, written in the transaction of the change. It outlives what it is about, so it
-- refers to nothing but the reseller; nobody may change or remove an entry.

create table audit_entry (
    reseller_id uuid not null,
    id uuid not null,
    at timestamptz not null default now(),
    -- `account`: somebody signed in; `operator`: at the provider's command line.
    actor text not null,
    actor_account uuid,
    -- What happened: `customer.created`, `account.password_set`, …
    kind text not null,
    object_id uuid not null,
    -- The object before and after; never a secret.
    before jsonb,
    after jsonb,
    constraint audit_entry_pkey primary key (reseller_id, id),
    constraint audit_entry_reseller_fkey foreign key (reseller_id) references reseller (id) on delete restrict,
    constraint audit_entry_actor_check check (actor in ('account', 'operator')),
    constraint audit_entry_actor_account_check check ((actor = 'account') = (actor_account is not null)),
    constraint audit_entry_kind_check check (kind ~ '^[a-z]+\.[a-z_]+$')
);
create index audit_entry_by_object on audit_entry (reseller_id, object_id, at);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
-- Sign-in writes here too (passwords), for the reseller that it names.
create policy audit_entry_tenant on audit_entry to mkm_app, mkm_auth
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert on audit_entry to mkm_app;
grant insert on audit_entry to mkm_auth;
