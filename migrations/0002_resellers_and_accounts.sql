-- Resellers are the tenants: every table that belongs to one has `reseller_id` as the first column
-- of its keys and indexes, so that the rows can be spread by it one day.

create table reseller (
    id uuid not null,
    -- The reseller's own customer number at the provider.
    number text not null,
    company text not null,
    email text not null,
    -- Of the interface, and how end customers are addressed.
    language text not null default 'de',
    address_form text not null default 'sie',
    created_at timestamptz not null default now(),
    constraint reseller_pkey primary key (id),
    constraint reseller_number_check check (is_line(number, 32)),
    constraint reseller_company_check check (is_line(company, 100)),
    constraint reseller_email_check check (is_line(email, 254) and email like '_%@_%._%'),
    constraint reseller_language_check check (language in ('de', 'en')),
    constraint reseller_address_form_check check (address_form in ('du', 'sie'))
);
create unique index reseller_number_key on reseller (lower(number));

-- A sign-in. User names are unique over all resellers, because a person signs in before anything is
-- known of the reseller.
create table account (
    reseller_id uuid not null,
    id uuid not null,
    user_name text not null,
    -- A plain column, because row-level security keeps an index over an expression from being used.
    user_name_key text not null generated always as (lower(user_name)) stored,
    first_name text not null default '',
    last_name text not null default '',
    email text not null,
    -- A PHC string; null until a password is set.
    password_hash text,
    role text not null,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    constraint account_pkey primary key (reseller_id, id),
    constraint account_id_key unique (id),
    constraint account_user_name_key unique (user_name_key),
    constraint account_reseller_fkey foreign key (reseller_id) references reseller (id) on delete restrict,
    constraint account_user_name_check check (is_line(user_name, 100)),
    constraint account_first_name_check check (first_name = '' or is_line(first_name, 100)),
    constraint account_last_name_check check (last_name = '' or is_line(last_name, 100)),
    constraint account_email_check check (is_line(email, 254) and email like '_%@_%._%'),
    constraint account_password_hash_check check (password_hash like '$argon2id$%'),
    constraint account_role_check check (role in ('reseller', 'staff', 'portal'))
);

alter table reseller enable row level security;
alter table reseller force row level security;
create policy reseller_tenant on reseller to mkm_app
    using (id = current_reseller()) with check (id = current_reseller());
create policy reseller_sign_in on reseller to mkm_auth using (true) with check (true);
grant select on reseller to mkm_app;
grant select (id, number, company), insert on reseller to mkm_auth;

alter table account enable row level security;
alter table account force row level security;
create policy account_tenant on account to mkm_app
    using (reseller_id = current_reseller()) with check (reseller_id = current_reseller());
create policy account_sign_in on account to mkm_auth using (true) with check (true);
-- Who works for a reseller never reads a password's hash, and never writes one.
grant select (reseller_id, id, user_name, user_name_key, first_name, last_name, email, role, active, created_at),
    insert (reseller_id, id, user_name, first_name, last_name, email, role, active)
    on account to mkm_app;
grant select, insert, update (password_hash) on account to mkm_auth;
