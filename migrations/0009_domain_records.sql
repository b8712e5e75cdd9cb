-- What is done with domains: asked which of them need somebody to act, and noted in the audit log.

-- As `domain::domain_state::Advice::needs_action` has it; a test holds the two together. A deadline
-- that is over needs action as much as one that is to come, so no clock is asked.
alter table domain
    add column needs_action boolean not null generated always as (
        verification in ('pending', 'failed')
        or zone = 'missing'
        or renewal_mode in ('AUTODELETE', 'AUTOEXPIRE')
    ) stored;

-- For the number on the start page. Few domains are in it.
create index domain_needing_action on domain (reseller_id) where needs_action;

-- A domain as the audit log keeps it. Whom it belongs to is noted beside it, by number: the log
-- outlives the customer.
create function domain_record(stored domain) returns jsonb
    language sql stable
    return jsonb_build_object(
        'name', stored.name, 'contract', stored.contract, 'registrar', stored.registrar,
        'active', stored.active,
        'verification', stored.verification, 'verification_until', stored.verification_until,
        'zone', stored.zone, 'transfer_lock', stored.transfer_lock,
        'renewal_mode', stored.renewal_mode, 'registrar_status', stored.registrar_status,
        'version', stored.version
    );

-- The customer as entries about what it owns name it; null for nobody.
create function customer_reference(reseller uuid, customer uuid) returns jsonb
    language sql stable
    return (
        select jsonb_build_object('id', owner.id, 'number', owner.number, 'last_name', owner.last_name)
        from customer as owner
        where owner.reseller_id = reseller and owner.id = customer
    );
