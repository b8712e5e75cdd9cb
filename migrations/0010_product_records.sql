-- What is done with products: bought ones are told apart, and changes are noted in the audit log.

-- A product as the audit log keeps it. Whom it belongs to is noted beside it, by number: the log
-- outlives the customer.
create function product_record(stored product) returns jsonb
    language sql stable
    return jsonb_build_object(
        'kind', stored.kind, 'name', stored.name, 'shop_article', stored.shop_article,
        'contract', stored.contract, 'active', stored.active, 'since', stored.since,
        'ended_on', stored.ended_on, 'version', stored.version
    );

-- An edit that leaves the product where it is no longer touches the customer, and with it the version
-- of the reseller's list; one that moves it changes each customer once.
create or replace function count_products() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update customer
        set product_count = product_count + added.amount
        from (select reseller_id, customer_id, count(*) as amount from added group by reseller_id, customer_id) as added
        where customer.reseller_id = added.reseller_id and customer.id = added.customer_id;
    elsif tg_op = 'DELETE' then
        update customer
        set product_count = product_count - removed.amount
        from (select reseller_id, customer_id, count(*) as amount from removed group by reseller_id, customer_id) as removed
        where customer.reseller_id = removed.reseller_id and customer.id = removed.customer_id;
    else
        update customer
        set product_count = product_count + moved.amount
        from (
            select reseller_id, customer_id, sum(amount) as amount
            from (
                select reseller_id, customer_id, 1 as amount from added
                union all
                select reseller_id, customer_id, -1 from removed
            ) as each
            group by reseller_id, customer_id
            having sum(amount) <> 0
        ) as moved
        where customer.reseller_id = moved.reseller_id and customer.id = moved.customer_id;
    end if;
    return null;
end
$$;

-- What an import names again, it updates: reseller, article and contract say which purchase it is. One
-- that was stored several times before this was a rule keeps its copies, numbered from 1; an import
-- updates number 0. Null contracts and the resellers' own products, which have no article, are never
-- the same. The owner sees the rows only while row-level security does not bind it.
alter table product add column copy integer not null default 0;
alter table product no force row level security;
update product
set copy = numbered.copy
from (
    select reseller_id, id, row_number() over (partition by reseller_id, shop_article, contract order by id) - 1 as copy
    from product
    where shop_article is not null and contract is not null
) as numbered
where product.reseller_id = numbered.reseller_id and product.id = numbered.id and numbered.copy > 0;
alter table product force row level security;
create unique index product_purchase_key on product (reseller_id, shop_article, contract, copy);
