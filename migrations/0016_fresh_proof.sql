-- What concerns the sign-in itself is changed only by somebody who has just proved to be its owner.

alter table session
    -- When its owner last proved to be that: by the sign-in that began the session, or by a confirmation,
    -- which begins another one. Null before sign-in.
    add column proved_at timestamptz;

update session set proved_at = created_at where account_id is not null;
