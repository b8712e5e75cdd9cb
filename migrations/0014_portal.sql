-- What end customers do themselves: see what is theirs, propose corrections, look after their sign-in.

-- A correction of a customer's master data that one of its portal accounts proposed. An account has one
-- open proposal a customer; a newer one takes its place.
create table customer_proposal (
    reseller_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    account_id uuid not null,
    -- Only the fields that are to change: name of the field in the form, and the text proposed for it.
    proposed jsonb not null,
    created_at timestamptz not null default now(),
    -- Null while it waits.
    decided_at timestamptz,
    -- The fields that were accepted; the others were declined.
    accepted text[],
    constraint customer_proposal_pkey primary key (reseller_id, id),
    constraint customer_proposal_customer_fkey foreign key (reseller_id, customer_id)
        references customer (reseller_id, id) on delete cascade,
    constraint customer_proposal_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) on delete cascade,
    constraint customer_proposal_proposed_check check (jsonb_typeof(proposed) = 'object' and proposed <> '{}'),
    -- The number is the reseller's alone.
    constraint customer_proposal_number_check check (not proposed ? 'number'),
    constraint customer_proposal_decided_check check ((decided_at is null) = (accepted is null))
);
create unique index customer_proposal_open_key on customer_proposal (reseller_id, customer_id, account_id)
    where decided_at is null;
create index customer_proposal_by_customer on customer_proposal (reseller_id, customer_id, created_at);
create index customer_proposal_by_account on customer_proposal (reseller_id, account_id);

alter table customer_proposal enable row level security;
alter table customer_proposal force row level security;
create policy customer_proposal_tenant on customer_proposal to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, update (decided_at, accepted), delete on customer_proposal to mkm_app;

-- By which its owner names a session: the hash of the secret stays in the database.
alter table session add column id uuid not null default gen_random_uuid();

-- A portal account reads whose portal it is and how to reach its reseller.
grant select (email, phone, language, address_form) on reseller to mkm_auth;
