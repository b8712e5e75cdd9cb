-- What customers have: products, domains, and accounts that may see them.

-- The provider's catalogue: the same for every reseller.
create table shop_article (
    number text not null,
    name text not null,
    constraint shop_article_pkey primary key (number),
    constraint shop_article_number_check check (is_line(number, 32)),
    constraint shop_article_name_check check (is_line(name, 200))
);
grant select on shop_article to mkm_app;

create table product (
    reseller_id uuid not null,
    id uuid not null,
    -- Null: not assigned to a customer.
    customer_id uuid,
    -- `provider`: bought in the provider's shop; `reseller`: the reseller's own.
    kind text not null,
    shop_article text,
    name text not null,
    contract text,
    active boolean not null default true,
    since date not null,
    constraint product_pkey primary key (reseller_id, id),
    constraint product_reseller_fkey foreign key (reseller_id) references reseller (id) on delete restrict,
    -- A foreign key is checked without row-level security: only a composite one keeps a product
    -- from being given to another reseller's customer.
    constraint product_customer_fkey foreign key (reseller_id, customer_id)
        references customer (reseller_id, id) on delete restrict,
    constraint product_shop_article_fkey foreign key (shop_article) references shop_article (number) on delete restrict,
    constraint product_kind_check check (kind in ('provider', 'reseller')),
    constraint product_shop_article_check check ((kind = 'provider') = (shop_article is not null)),
    constraint product_name_check check (is_line(name, 200)),
    constraint product_contract_check check (is_line(contract, 64))
);
create index product_by_customer on product (reseller_id, customer_id);

create table domain (
    reseller_id uuid not null,
    id uuid not null,
    -- Null: not assigned to a customer.
    customer_id uuid,
    contract text not null,
    -- ASCII form, lower case.
    name text not null,
    active boolean not null,
    -- The registrar's short name.
    registrar text not null,
    -- What the registrar last said, each with the time it was read; never read: `unknown`, null.
    verification text not null default 'unknown',
    verification_until date,
    verification_checked_at timestamptz,
    zone text not null default 'unknown',
    zone_checked_at timestamptz,
    transfer_lock text not null default 'unknown',
    transfer_lock_checked_at timestamptz,
    renewal_mode text not null default 'unknown',
    renewal_mode_checked_at timestamptz,
    -- As the registrar wrote it: an open set.
    registrar_status text not null default '',
    constraint domain_pkey primary key (reseller_id, id),
    constraint domain_name_key unique (reseller_id, name),
    constraint domain_reseller_fkey foreign key (reseller_id) references reseller (id) on delete restrict,
    constraint domain_customer_fkey foreign key (reseller_id, customer_id)
        references customer (reseller_id, id) on delete set null (customer_id),
    constraint domain_contract_check check (is_line(contract, 64)),
    constraint domain_name_check check (char_length(name) <= 253 and name ~ '^([a-z0-9_-]{1,63}\.)+[a-z0-9-]{2,63}$'),
    constraint domain_registrar_check check (is_line(registrar, 32)),
    constraint domain_verification_check check (verification in ('ok', 'pending', 'failed', 'unknown')),
    constraint domain_verification_until_check check (verification_until is null or verification = 'pending'),
    constraint domain_zone_check check (zone in ('ok', 'missing', 'unknown')),
    constraint domain_transfer_lock_check check (transfer_lock in ('on', 'off', 'unknown')),
    constraint domain_renewal_mode_check check (renewal_mode in ('AUTORENEW', 'AUTODELETE', 'AUTOEXPIRE', 'unknown')),
    constraint domain_registrar_status_check check (char_length(registrar_status) <= 200)
);
create index domain_by_customer on domain (reseller_id, customer_id);

-- Which account may see which customer.
create table customer_account (
    reseller_id uuid not null,
    customer_id uuid not null,
    account_id uuid not null,
    constraint customer_account_pkey primary key (reseller_id, customer_id, account_id),
    constraint customer_account_customer_fkey foreign key (reseller_id, customer_id)
        references customer (reseller_id, id) on delete restrict,
    -- Not `cascade`: a cascade ignores row-level security, and the count on the customer's row
    -- would not follow.
    constraint customer_account_account_fkey foreign key (reseller_id, account_id)
        references account (reseller_id, id) on delete restrict
);
create index customer_account_by_account on customer_account (reseller_id, account_id);

-- The counts on the customer's row. By statement and not by row: a thousand products in one
-- statement change each customer once, and the list's version once.
create function count_products() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        update customer
        set product_count = product_count + added.amount
        from (select reseller_id, customer_id, count(*) as amount from added group by reseller_id, customer_id) as added
        where customer.reseller_id = added.reseller_id and customer.id = added.customer_id;
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
        update customer
        set product_count = product_count - removed.amount
        from (select reseller_id, customer_id, count(*) as amount from removed group by reseller_id, customer_id) as removed
        where customer.reseller_id = removed.reseller_id and customer.id = removed.customer_id;
    end if;
    return null;
end
$$;

create trigger count_inserted_products after insert on product
    referencing new table as added for each statement execute function count_products();
create trigger count_updated_products after update on product
    referencing old table as removed new table as added for each statement execute function count_products();
create trigger count_deleted_products after delete on product
    referencing old table as removed for each statement execute function count_products();

create function count_users() returns trigger language plpgsql as $$
begin
    if tg_op in ('INSERT', 'UPDATE') then
        update customer
        set user_count = user_count + added.amount
        from (select reseller_id, customer_id, count(*) as amount from added group by reseller_id, customer_id) as added
        where customer.reseller_id = added.reseller_id and customer.id = added.customer_id;
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
        update customer
        set user_count = user_count - removed.amount
        from (select reseller_id, customer_id, count(*) as amount from removed group by reseller_id, customer_id) as removed
        where customer.reseller_id = removed.reseller_id and customer.id = removed.customer_id;
    end if;
    return null;
end
$$;

create trigger count_inserted_users after insert on customer_account
    referencing new table as added for each statement execute function count_users();
create trigger count_updated_users after update on customer_account
    referencing old table as removed new table as added for each statement execute function count_users();
create trigger count_deleted_users after delete on customer_account
    referencing old table as removed for each statement execute function count_users();

alter table product enable row level security;
alter table product force row level security;
create policy product_tenant on product to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, update, delete on product to mkm_app;

alter table domain enable row level security;
alter table domain force row level security;
create policy domain_tenant on domain to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, update, delete on domain to mkm_app;

alter table customer_account enable row level security;
alter table customer_account force row level security;
create policy customer_account_tenant on customer_account to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
grant select, insert, delete on customer_account to mkm_app;
