-- Customers of a reseller, and what its list needs to be quick.

create table customer (
    reseller_id uuid not null,
    id uuid not null,
    number text not null,
    company text,
    last_name text not null,
    first_name text not null,
    street text not null,
    postal_code text not null,
    city text not null,
    country text not null,
    phone text not null,
    mobile text not null,
    email text not null,
    website text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    -- Kept by triggers, so that the list needs no join. Deletion counts for itself.
    product_count integer not null default 0,
    user_count integer not null default 0,
    -- Written by the program (`domain::keys`) and compared bytewise, as the browser compares them.
    number_key text collate "C" not null,
    name_key text collate "C" not null,
    first_name_key text collate "C" not null,
    company_key text collate "C" not null,
    search_key text collate "C" not null,
    -- Plain columns, because row-level security keeps an index over an expression from being used.
    email_key text not null generated always as (lower(email)) stored,
    -- The value of a number of digits only; longer ones are nobody's "next free number".
    number_value bigint generated always as
        (case when number ~ '^[0-9]{1,18}$' then number::bigint end) stored,
    constraint customer_pkey primary key (reseller_id, id),
    constraint customer_reseller_fkey foreign key (reseller_id) references reseller (id) on delete restrict,
    constraint customer_number_check check (is_line(number, 32)),
    constraint customer_company_check check (is_line(company, 100)),
    constraint customer_last_name_check check (is_line(last_name, 100)),
    constraint customer_first_name_check check (is_line(first_name, 100)),
    constraint customer_street_check check (is_line(street, 200)),
    constraint customer_postal_code_check check (is_line(postal_code, 10)),
    constraint customer_city_check check (is_line(city, 100)),
    constraint customer_country_check check (country ~ '^[A-Z]{2}$'),
    constraint customer_phone_check check (phone ~ '^\+[1-9][0-9]{3,14}$'),
    constraint customer_mobile_check check (mobile ~ '^\+[1-9][0-9]{3,14}$'),
    constraint customer_email_check check (is_line(email, 254) and email like '_%@_%._%'),
    constraint customer_website_check check (is_line(website, 2048) and website ~ '^https?://.'),
    constraint customer_version_check check (version >= 1),
    constraint customer_product_count_check check (product_count >= 0),
    constraint customer_user_count_check check (user_count >= 0)
)
-- Room for a changed count on the row's own page: no index has the counts, so none is touched.
with (fillfactor = 90);

create unique index customer_number_key on customer (reseller_id, lower(number));

-- One for each way to sort the list by text; ties are broken by the number.
create index customer_by_number on customer (reseller_id, number_key, number collate "C");
create index customer_by_name on customer (reseller_id, name_key, number_key, number collate "C");
create index customer_by_first_name on customer (reseller_id, first_name_key, number_key, number collate "C");
create index customer_by_company on customer (reseller_id, (company_key = ''), company_key, number_key, number collate "C");

create index customer_by_email on customer (reseller_id, email_key);
create index customer_by_number_value on customer (reseller_id, number_value);

-- What is known of the list as a whole. A row appears with the reseller's first customer.
create table customer_list_state (
    reseller_id uuid not null,
    -- Grows with every change that the list shows; equal versions mean equal lists.
    version bigint not null,
    customers integer not null,
    -- The highest `number_value` of a deleted customer: its number is not given to somebody else.
    last_deleted_number bigint not null default 0,
    constraint customer_list_state_pkey primary key (reseller_id),
    constraint customer_list_state_reseller_fkey foreign key (reseller_id) references reseller (id) on delete cascade,
    constraint customer_list_state_customers_check check (customers >= 0)
);

-- Follows the clock, so that a database that was restored from a backup does not use a version
-- again that a browser knows with another list.
create function next_list_version(current_version bigint) returns bigint
    language sql volatile
    return greatest(current_version + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint);

create function customers_were_inserted() returns trigger language plpgsql as $$
begin
    insert into customer_list_state as state (reseller_id, version, customers)
    select reseller_id, next_list_version(0), count(*)
    from inserted
    group by reseller_id
    on conflict on constraint customer_list_state_pkey do update
    set version = next_list_version(state.version),
        customers = state.customers + excluded.customers;
    return null;
end
$$;

create function customers_were_updated() returns trigger language plpgsql as $$
begin
    update customer_list_state as state
    set version = next_list_version(state.version)
    where state.reseller_id in (
        select reseller_id
        from (
            select reseller_id, id, number, last_name, first_name, company, product_count, user_count
            from updated_to
            except
            select reseller_id, id, number, last_name, first_name, company, product_count, user_count
            from updated_from
        ) as changed
    );
    return null;
end
$$;

create function customers_were_deleted() returns trigger language plpgsql as $$
begin
    update customer_list_state as state
    set version = next_list_version(state.version),
        customers = state.customers - gone.customers,
        last_deleted_number = greatest(state.last_deleted_number, gone.highest)
    from (
        select reseller_id, count(*) as customers, max(number_value) as highest
        from deleted
        group by reseller_id
    ) as gone
    where state.reseller_id = gone.reseller_id;
    return null;
end
$$;

create trigger customers_were_inserted after insert on customer
    referencing new table as inserted
    for each statement execute function customers_were_inserted();
create trigger customers_were_updated after update on customer
    referencing old table as updated_from new table as updated_to
    for each statement execute function customers_were_updated();
create trigger customers_were_deleted after delete on customer
    referencing old table as deleted
    for each statement execute function customers_were_deleted();

-- A customer's master data as the audit log keeps it.
create function customer_record(stored customer) returns jsonb
    language sql stable
    return jsonb_build_object(
        'number', stored.number, 'company', stored.company,
        'last_name', stored.last_name, 'first_name', stored.first_name,
        'street', stored.street, 'postal_code', stored.postal_code,
        'city', stored.city, 'country', stored.country,
        'phone', stored.phone, 'mobile', stored.mobile,
        'email', stored.email, 'website', stored.website,
        'version', stored.version
    );

alter table customer enable row level security;
alter table customer force row level security;
create policy customer_tenant on customer to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, update, delete on customer to mkm_app;

alter table customer_list_state enable row level security;
alter table customer_list_state force row level security;
create policy customer_list_state_tenant on customer_list_state to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, update on customer_list_state to mkm_app;
