-- The keys of `domain::keys` for the words above and what is put together from them; `mkm verify` compares
-- every row with what the program makes. For the session only.

-- As `fold`, for letters, digits and signs that occur in the words.
create function pg_temp.folded(text) returns text language sql immutable parallel safe as $$
    select replace(
        translate(lower($1), 'äöüàáâéèêëíóúşšćłøễı·', 'aouaaaeeeeiousscloei·'),
        'ß', 'ss'
    )
$$;

-- As `fold_for_search`.
create function pg_temp.searched(text) returns text language sql immutable parallel safe as $$
    select regexp_replace(pg_temp.folded($1), '([aou])e+', '\1', 'g')
$$;

-- As `number_key`, of a prefix without digits and a number without leading zeros.
create function pg_temp.number_key(prefix text, value bigint) returns text language sql immutable parallel safe as $$
    select pg_temp.folded(prefix) || lpad(length(value::text)::text, 2, '0') || value
$$;

-- An id in the order of time, as the program makes them (UUID version 7).
create function pg_temp.ordered_id(kind text, place bigint) returns uuid language sql immutable parallel safe as $$
    select (
        lpad(to_hex(1735689600000 + place), 12, '0') || '7' || substr(digest, 1, 3) || '8' || substr(digest, 4, 15)
    )::uuid
    from md5(kind || place) as digest
$$;

-- A place in a list of so many words; the first ones come up most.
create function pg_temp.place(words bigint) returns integer language sql volatile as $$
    select 1 + floor(words * power(random(), 2.2))::integer
$$;
