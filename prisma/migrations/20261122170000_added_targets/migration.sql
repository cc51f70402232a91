-- What the programme aims at: a value of an indicator in a scope by a day. Not counted, but every version is kept:
-- a target that was moved afterwards should show.

create table targets (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  indicator text not null check (indicator ~ '^[a-z_]+$'),
  -- As figures take it: programme, hub:CODE or centre:CODE.
  scope text not null,
  -- The centre that the scope names; follows from it.
  centre_id uuid references centres (id) on delete restrict,
  due_on date not null,
  -- In the indicator's own unit.
  value numeric(16, 2) not null check (value >= 0),
  note text
);
create unique index targets_once on targets (indicator, scope, due_on) where deleted_at is null;
create index targets_centre on targets (centre_id);
create index targets_due on targets (due_on, id) where deleted_at is null;

create function place_target() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.centre_id := null;
  if new.scope = 'programme' then
    return new;
  end if;
  select z.id into new.centre_id from centres z
   where z.deleted_at is null and new.scope = any (array['centre:' || z.code, case when z.kind = 'HUB' then 'hub:' || z.code end]);
  if new.centre_id is null then
    perform refuse('REFERENCE_DELETED', jsonb_build_object('table', 'centres', 'column', 'scope'));
  end if;
  return new;
end $$;
create trigger b_place before insert or update of scope on targets for each row execute function place_target();
select guard_reference('targets', 'centres', 'centre_id');

-- A scope follows its centre to another code; a hub that somebody aims at stays one.
create function move_targets() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  aimed bigint;
begin
  select count(*) into aimed from targets
   where centre_id = new.id and scope like 'hub:%' and deleted_at is null and new.kind <> 'HUB';
  if aimed > 0 then
    perform refuse('HAS_DEPENDANTS', jsonb_build_object('table', 'centres', 'id', new.id,
      'dependants', jsonb_build_object('targets', aimed)));
  end if;
  update targets set scope = split_part(scope, ':', 1) || ':' || new.code
   where centre_id = new.id and old.code <> new.code;
  return null;
end $$;
create trigger f_targets_follow after update of code, kind on centres for each row
  when (old.code <> new.code or old.kind <> new.kind) execute function move_targets();

select track_history('targets');
select track_audit('targets', 'targets');

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;
