-- What a reseller says of itself, how its customers' numbers go on, finding by the first letters, and
-- reading the audit log.

alter table reseller
    add column street text not null default '',
    add column postal_code text not null default '',
    add column city text not null default '',
    add column country text not null default 'DE',
    add column phone text not null default '',
    add column website text not null default '',
    -- The scheme of its customers' numbers: a prefix, then at least so many digits.
    add column number_prefix text not null default '',
    add column number_digits integer not null default 1,
    -- The next number to be given; null: one above the highest.
    add column number_next bigint,
    add column version integer not null default 1,
    add column updated_at timestamptz not null default now(),
    add constraint reseller_street_check check (street = '' or is_line(street, 200)),
    add constraint reseller_postal_code_check check (postal_code = '' or is_line(postal_code, 10)),
    add constraint reseller_city_check check (city = '' or is_line(city, 100)),
    add constraint reseller_country_check check (country ~ '^[A-Z]{2}$'),
    add constraint reseller_phone_check check (phone = '' or phone ~ '^\+[1-9][0-9]{3,14}$'),
    add constraint reseller_website_check check (website = '' or (is_line(website, 2048) and website ~ '^https?://.')),
    -- A prefix that ended in a digit could not be told from the number.
    add constraint reseller_number_prefix_check check (number_prefix = '' or (is_line(number_prefix, 16) and number_prefix !~ '[0-9]$')),
    add constraint reseller_number_digits_check check (number_digits between 1 and 12),
    add constraint reseller_number_next_check check (number_next between 1 and 999999999999),
    add constraint reseller_version_check check (version >= 1);

grant update (
    company, email, language, address_form, street, postal_code, city, country, phone, website,
    number_prefix, number_digits, number_next, version, updated_at
) on reseller to mkm_app;

-- What the reseller says of itself, as the audit log keeps it.
create function reseller_record(stored reseller) returns jsonb
    language sql stable
    return jsonb_build_object(
        'company', stored.company, 'email', stored.email, 'phone', stored.phone,
        'street', stored.street, 'postal_code', stored.postal_code, 'city', stored.city,
        'country', stored.country, 'website', stored.website,
        'language', stored.language, 'address_form', stored.address_form,
        'number_prefix', stored.number_prefix, 'number_digits', stored.number_digits,
        'number_next', stored.number_next, 'version', stored.version
    );

-- What follows the prefix, if that is digits only.
create function value_in_scheme(number text, prefix text) returns bigint
    language sql immutable parallel safe
    return case
        when lower(left(number, char_length(prefix))) = lower(prefix)
            and substr(number, char_length(prefix) + 1) ~ '^[0-9]{1,12}$'
        then substr(number, char_length(prefix) + 1)::bigint
    end;

-- A number that was given is not given again, not even when its customer is gone: the next one moves
-- past those that were just used without a gap.
create function numbers_were_given() returns trigger language plpgsql as $$
begin
    update reseller
    set number_next = given.past
    from (
        select reseller_id, max(value) + 1 as past
        from (
            select reseller_id, next, value,
                value - row_number() over (partition by reseller_id order by value) as start
            from (
                select distinct inserted.reseller_id, owner.number_next as next,
                    value_in_scheme(inserted.number, owner.number_prefix) as value
                from inserted
                join reseller as owner on owner.id = inserted.reseller_id
                where owner.number_next is not null
            ) as numbered
            where value >= next
        ) as ordered
        where start = next - 1
        group by reseller_id
    ) as given
    where reseller.id = given.reseller_id and given.past <= 999999999999;
    return null;
end
$$;
create trigger numbers_were_given after insert on customer
    referencing new table as inserted for each statement execute function numbers_were_given();

-- Where others were in between, the number of a deleted customer is passed too. Not one that is far
-- ahead: it was typed by hand, and all between would be skipped.
create function numbers_were_freed() returns trigger language plpgsql as $$
begin
    update reseller
    set number_next = freed.past
    from (
        select reseller_id, max(value) + 1 as past
        from (
            select deleted.reseller_id, owner.number_next as next,
                value_in_scheme(deleted.number, owner.number_prefix) as value
            from deleted
            join reseller as owner on owner.id = deleted.reseller_id
            where owner.number_next is not null
        ) as numbered
        where value between next and next + 999
        group by reseller_id
    ) as freed
    where reseller.id = freed.reseller_id and freed.past <= 999999999999;
    return null;
end
$$;
create trigger numbers_were_freed after delete on customer
    referencing old table as deleted for each statement execute function numbers_were_freed();

-- The number as it is searched for, from the left. A plain column, because row-level security keeps an
-- index over an expression from being used.
alter table customer
    add column number_search_key text collate "C" not null
        generated always as (split_part(search_key, e'\n', 1)) stored;
create index customer_by_number_search on customer (reseller_id, number_search_key);
create index customer_by_company_search on customer (reseller_id, company_key);
create index domain_by_name_search on domain (reseller_id, name_key);
create index account_by_user_name on account (reseller_id, user_name_key collate "C");

-- The customer that something belonged to before and after: its history has these entries too.
alter table audit_entry
    add column customer_before text generated always as (before #>> '{customer,id}') stored,
    add column customer_after text generated always as (after #>> '{customer,id}') stored;
create index audit_entry_by_time on audit_entry (reseller_id, at, id);
create index audit_entry_by_kind on audit_entry (reseller_id, kind, at, id);
create index audit_entry_by_person on audit_entry (reseller_id, actor_account, at, id);
create index audit_entry_by_customer_before on audit_entry (reseller_id, customer_before)
    where customer_before is not null;
create index audit_entry_by_customer_after on audit_entry (reseller_id, customer_after)
    where customer_after is not null;
