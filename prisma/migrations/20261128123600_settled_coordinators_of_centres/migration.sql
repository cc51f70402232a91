-- A coordinator's scope is a list of centres. A centre that goes while it is somebody's would leave them with less
-- than they were given, and with nothing that says so: whose it is, is settled first.
create function refuse_deleting_a_coordinated_centre() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  coordinators jsonb;
begin
  perform 1 from centres where id = old.id for update;
  select jsonb_agg(name order by name, id) into coordinators
    from users where centre_ids @> array[old.id] and deleted_at is null;
  if coordinators is not null then
    perform refuse('CENTRE_HAS_COORDINATORS',
                   jsonb_build_object('table', 'centres', 'id', old.id, 'coordinators', coordinators));
  end if;
  return new;
end $$;
create trigger c_delete_coordinated before update on centres for each row
  when (old.deleted_at is null and new.deleted_at is not null)
  execute function refuse_deleting_a_coordinated_centre();

-- The other side of the same rule: of a centre that is deleted at this moment nobody becomes the coordinator.
create function refuse_coordinating_a_deleted_centre() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bad uuid;
begin
  perform 1 from centres where id = any (new.centre_ids) order by id for key share;
  select l.id into bad from unnest(new.centre_ids) l (id) left join centres c on c.id = l.id
   where c.id is null or c.deleted_at is not null limit 1;
  if bad is not null then
    perform refuse('REFERENCE_DELETED', jsonb_build_object('table', 'centres', 'id', bad, 'column', 'centre_ids'));
  end if;
  return new;
end $$;
create trigger c_centres_live_insert before insert on users for each row
  when (new.centre_ids <> '{}') execute function refuse_coordinating_a_deleted_centre();
create trigger c_centres_live_update before update of centre_ids on users for each row
  when (new.centre_ids <> old.centre_ids and new.deleted_at is null)
  execute function refuse_coordinating_a_deleted_centre();
