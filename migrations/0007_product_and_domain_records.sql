-- Products and domains become records that are edited, sorted and searched like customers.

alter table domain
    -- Counts the edits; an edit names the version it started from.
    add column version integer not null default 1,
    add column created_at timestamptz not null default now(),
    -- Written by the program (`domain::keys`) and compared bytewise, as the browser compares them.
    add column name_key text collate "C" not null default '',
    add column search_key text collate "C" not null default '';

alter table product
    add column version integer not null default 1,
    add column created_at timestamptz not null default now(),
    -- The last day of a reseller's own product that was ended.
    add column ended_on date,
    add column name_key text collate "C" not null default '',
    add column search_key text collate "C" not null default '',
    add constraint product_ended_on_check check (ended_on is null or (kind = 'reseller' and ended_on >= since and not active));
