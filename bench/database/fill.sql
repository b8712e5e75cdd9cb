-- Fills an empty database of MKM:
--     psql -v customers=100000 -v others=900000 -f words.sql -f keys.sql -f fill.sql
-- The resellers with the numbers 200001 and 200002 are there already (`mkm reseller add`). The first gets
-- :customers customers, the second 1,000, and so does each of as many more as it takes to make :others in all.
-- Run by a superuser, whom row-level security does not stop; constraints and triggers are at work.

select setseed(0.42);

insert into reseller (id, number, company, email)
select pg_temp.ordered_id('reseller', n), (200002 + n)::text, 'Reseller ' || n, 'post@reseller-' || n || '.example'
from generate_series(1, (:others - 1000) / 1000) as n;

create temp table drawn as
select
    owner.id as reseller_id, owner.start + n as place, n,
    case when random() < 0.1 then 'K-' else '' end as prefix,
    pg_temp.place((select count(*) from last_name)) as last_name,
    pg_temp.place((select count(*) from first_name)) as first_name,
    case when random() < 0.45 then pg_temp.place((select count(*) from branch)) end as branch,
    case when random() < 0.7 then pg_temp.place((select count(*) from last_name)) end as founder,
    pg_temp.place((select count(*) from company_form)) as company_form,
    pg_temp.place((select count(*) from street)) as street,
    pg_temp.place((select count(*) from city)) as city,
    random() < 0.3 as has_website
from (
    select id, size, coalesce(sum(size) over (order by number rows between unbounded preceding and 1 preceding), 0) as start
    from reseller
    cross join lateral (select case number when '200001' then :customers else 1000 end as size) as sized
) as owner
cross join lateral generate_series(1, owner.size) as n;

insert into customer (
    reseller_id, id, number, company, last_name, first_name, street, postal_code, city, country,
    phone, mobile, email, website, number_key, name_key, first_name_key, company_key, search_key
)
select
    reseller_id, pg_temp.ordered_id('customer', place::bigint), number, company, last_name, first_name, street, postal_code, city, 'DE',
    phone, mobile, email, website,
    number_key, pg_temp.folded(last_name), pg_temp.folded(first_name), coalesce(pg_temp.folded(company), ''),
    concat_ws(
        e'\n', pg_temp.searched(number), pg_temp.searched(last_name),
        pg_temp.searched(first_name), coalesce(pg_temp.searched(company), '')
    )
from (
    select
        drawn.reseller_id, drawn.place,
        drawn.prefix || (100000 + drawn.n) as number,
        pg_temp.number_key(drawn.prefix, 100000 + drawn.n) as number_key,
        branch.word || ' ' || coalesce(founder.word, last_name.word) || ' ' || company_form.word as company,
        last_name.word as last_name, first_name.word as first_name,
        street.word || ' ' || (1 + drawn.n % 90) as street,
        city.postal_code, city.word as city,
        '+49301' || (1000000 + drawn.n) as phone, '+49171' || (1000000 + drawn.n) as mobile,
        'kunde' || drawn.n || '@example.de' as email,
        case when drawn.has_website then 'https://kunde' || drawn.n || '.example.de/' end as website
    from drawn
    join last_name on last_name.no = drawn.last_name
    join first_name on first_name.no = drawn.first_name
    left join branch on branch.no = drawn.branch
    left join last_name as founder on founder.no = drawn.founder
    join company_form on company_form.no = drawn.company_form
    join street on street.no = drawn.street
    join city on city.no = drawn.city
) as made
order by place;

insert into shop_article (number, name)
select 'WH-' || n, 'Webhosting ' || n || ' GB' from generate_series(1, 20) as n;

-- Every third customer has a product of the provider, every tenth one of the reseller's own.
insert into product (reseller_id, id, customer_id, kind, shop_article, name, contract, since, name_key, search_key)
select
    reseller_id, pg_temp.ordered_id('bought', place::bigint), pg_temp.ordered_id('customer', place::bigint), 'provider', article, name, contract,
    date '2020-01-01' + n % 2000, pg_temp.folded(name), pg_temp.searched(name) || e'\n' || pg_temp.searched(article || ' · ' || contract)
from (
    select
        reseller_id, place, n, 'WH-' || (1 + n % 20) as article,
        'Webhosting ' || (1 + n % 20) || ' GB' as name, 'V-' || (500000 + n) as contract
    from drawn where n % 3 = 0
) as bought
order by place;

insert into product (reseller_id, id, customer_id, kind, name, since, name_key, search_key)
select
    reseller_id, pg_temp.ordered_id('own', place::bigint), pg_temp.ordered_id('customer', place::bigint), 'reseller', 'Wartung Plus',
    date '2021-01-01' + n % 1500, 'wartung plus', e'wartung plus\n'
from drawn where n % 10 = 0
order by place;

-- Every second customer has a domain.
insert into domain (
    reseller_id, id, customer_id, contract, name, active, registrar, verification, zone, transfer_lock, renewal_mode,
    name_key, search_key
)
select
    reseller_id, pg_temp.ordered_id('domain', place::bigint), pg_temp.ordered_id('customer', place::bigint), contract, name, true, 'DENIC',
    'ok', 'ok', 'on', 'AUTORENEW', name, concat_ws(e'\n', pg_temp.searched(name), pg_temp.searched(contract), 'denic')
from (
    select reseller_id, place, 'D-' || (700000 + n) as contract, 'kunde' || n || '.example.de' as name
    from drawn where n % 2 = 0
) as registered
order by place;

vacuum (analyze) customer, product, domain, reseller, customer_list_state, list_state, shop_article;
