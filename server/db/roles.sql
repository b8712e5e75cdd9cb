-- The roles of MKM. Run once in a cluster, by a superuser; running it again changes nothing.
-- On a PostgreSQL of one's own, then:
--     alter role mkm_owner password '…';
--     create database mkm owner mkm_owner template template0
--         encoding 'UTF8' locale_provider icu icu_locale 'und' locale 'C.UTF-8';
-- A database in the C locale would not know that Ä and ä are one letter in a customer's number.
-- Superusers and roles with BYPASSRLS ignore row-level security, which keeps the resellers apart:
-- the program refuses to sign in as one.

do $$
begin
    -- Owns the database and its tables and is what the program signs in as.
    if not exists (select from pg_roles where rolname = 'mkm_owner') then
        create role mkm_owner login nosuperuser nocreaterole nobypassrls;
    end if;
    -- What the program becomes to work for one reseller.
    if not exists (select from pg_roles where rolname = 'mkm_app') then
        create role mkm_app nologin nosuperuser nobypassrls;
    end if;
    -- What the program becomes before anybody is signed in.
    if not exists (select from pg_roles where rolname = 'mkm_auth') then
        create role mkm_auth nologin nosuperuser nobypassrls;
    end if;
    -- Reads every row, for backups.
    if not exists (select from pg_roles where rolname = 'mkm_backup') then
        create role mkm_backup nologin nosuperuser bypassrls;
    end if;
end
$$;

grant mkm_app, mkm_auth to mkm_owner;
