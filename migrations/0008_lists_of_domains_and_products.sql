-- The lists of domains and products: as quick as the one of customers, and by the same means.

-- What must be done about a domain, as one number by which the list sorts, most urgent first: the
-- kind of `domain::domain_state::Advice` times ten million, and for a verification that is pending
-- the day by which it is due (days since 1970; the highest number without one). A test holds it to
-- the rule.
alter table domain add column urgency integer not null generated always as (
    case
        when verification = 'failed' then 0
        -- Apart, because greatest() passes over what is null.
        when verification = 'pending' and verification_until is null then 19999999
        when verification = 'pending' then
            10000000 + least(greatest(verification_until - date '1970-01-01', 0), 9999998)
        when zone = 'missing' then 20000000
        when renewal_mode in ('AUTODELETE', 'AUTOEXPIRE') then 30000000
        when transfer_lock = 'off' then 40000000
        when verification = 'unknown' and zone = 'unknown' and transfer_lock = 'unknown' and renewal_mode = 'unknown'
            then 60000000
        when 'unknown' in (verification, zone, transfer_lock, renewal_mode) then 50000000
        else 70000000
    end
) stored;

-- The order that each list has by itself; it breaks every tie.
create index domain_by_name on domain (reseller_id, name_key, id);
create index product_by_name on product (reseller_id, name_key, id);

-- What is known of each list as a whole, as `customer_list_state` for the customers. A row appears
-- with the first domain or product of a reseller.
create table list_state (
    reseller_id uuid not null,
    list text not null,
    -- Grows with every change that the list shows. Customers are shown too: a list is the same where
    -- neither this nor the version of the customers has grown.
    version bigint not null,
    size integer not null,
    constraint list_state_pkey primary key (reseller_id, list),
    constraint list_state_reseller_fkey foreign key (reseller_id) references reseller (id) on delete cascade,
    constraint list_state_list_check check (list in ('domains', 'products')),
    constraint list_state_size_check check (size >= 0)
);

-- What is there already. The owner sees it only while row-level security does not bind it.
alter table domain no force row level security;
alter table product no force row level security;
insert into list_state (reseller_id, list, version, size)
select reseller_id, 'domains', next_list_version(0), count(*) from domain group by reseller_id
union all
select reseller_id, 'products', next_list_version(0), count(*) from product group by reseller_id;
alter table domain force row level security;
alter table product force row level security;

-- The list is the trigger's argument.
create function listed_rows_were_inserted() returns trigger language plpgsql as $$
begin
    insert into list_state as state (reseller_id, list, version, size)
    select reseller_id, tg_argv[0], next_list_version(0), count(*)
    from inserted
    group by reseller_id
    on conflict on constraint list_state_pkey do update
    set version = next_list_version(state.version),
        size = state.size + excluded.size;
    return null;
end
$$;

create function listed_rows_were_deleted() returns trigger language plpgsql as $$
begin
    update list_state as state
    set version = next_list_version(state.version),
        size = state.size - gone.size
    from (select reseller_id, count(*) as size from deleted group by reseller_id) as gone
    where state.reseller_id = gone.reseller_id and state.list = tg_argv[0];
    return null;
end
$$;

create function listed_domains_were_updated() returns trigger language plpgsql as $$
begin
    update list_state as state
    set version = next_list_version(state.version)
    where state.list = 'domains' and state.reseller_id in (
        select reseller_id
        from (
            select reseller_id, id, customer_id, contract, name, active, registrar, urgency
            from updated_to
            except
            select reseller_id, id, customer_id, contract, name, active, registrar, urgency
            from updated_from
        ) as changed
    );
    return null;
end
$$;

create function listed_products_were_updated() returns trigger language plpgsql as $$
begin
    update list_state as state
    set version = next_list_version(state.version)
    where state.list = 'products' and state.reseller_id in (
        select reseller_id
        from (
            select reseller_id, id, customer_id, kind, shop_article, name, contract, active, since
            from updated_to
            except
            select reseller_id, id, customer_id, kind, shop_article, name, contract, active, since
            from updated_from
        ) as changed
    );
    return null;
end
$$;

create trigger listed_domains_were_inserted after insert on domain
    referencing new table as inserted
    for each statement execute function listed_rows_were_inserted('domains');
create trigger listed_domains_were_updated after update on domain
    referencing old table as updated_from new table as updated_to
    for each statement execute function listed_domains_were_updated();
create trigger listed_domains_were_deleted after delete on domain
    referencing old table as deleted
    for each statement execute function listed_rows_were_deleted('domains');
create trigger listed_products_were_inserted after insert on product
    referencing new table as inserted
    for each statement execute function listed_rows_were_inserted('products');
create trigger listed_products_were_updated after update on product
    referencing old table as updated_from new table as updated_to
    for each statement execute function listed_products_were_updated();
create trigger listed_products_were_deleted after delete on product
    referencing old table as deleted
    for each statement execute function listed_rows_were_deleted('products');

alter table list_state enable row level security;
alter table list_state force row level security;
create policy list_state_tenant on list_state to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, update on list_state to mkm_app;
