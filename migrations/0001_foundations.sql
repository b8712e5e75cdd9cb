-- What every other table stands on: how texts are checked, which reseller is asking, and who may
-- look at all.

-- Rows of a reseller are seen by whoever set this for the transaction, and by nobody else. After a
-- transaction that set it the setting is '', not null.
create function current_reseller() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.reseller_id', true), '')::uuid;

-- A text of one line as `domain::values` lets it through: trimmed, in NFC, without control
-- characters and without those that turn the direction of text. The program is stricter still; this
-- holds for whatever else writes here.
create function is_line(line text, longest integer) returns boolean
    language sql immutable parallel safe
    return char_length(line) between 1 and longest
        and btrim(line) = line
        and line is nfc normalized
        and line !~ '[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]';

-- Backups read everything, also what later migrations add.
grant usage on schema public to mkm_backup;
alter default privileges in schema public grant select on tables to mkm_backup;
grant select on all tables in schema public to mkm_backup;
