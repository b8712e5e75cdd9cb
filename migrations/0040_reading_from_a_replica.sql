-- A replica is some moments behind. A reader must never see less than what the reseller has changed
-- already, so the changes are counted: a replica that has counted as far as the primary has them all.
-- The count is made last in each transaction that changes something, so whoever waits for it holds
-- whatever else it needs, and the rows of one reseller come in the order of their counts.

create table reseller_state (
    reseller_id uuid not null,
    -- Transactions that changed something for this reseller.
    changes bigint not null,
    constraint reseller_state_pkey primary key (reseller_id),
    constraint reseller_state_reseller_fkey foreign key (reseller_id) references reseller (id) on delete cascade
);

alter table reseller_state enable row level security;
alter table reseller_state force row level security;
create policy reseller_state_tenant on reseller_state to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, update on reseller_state to mkm_app;
