-- Municipalities are counted as well now, those of companies and of centres; so they are locked with what was accepted.
drop trigger g_locked_insert on company_profiles;
drop trigger g_locked_update on company_profiles;
drop trigger g_locked_delete on company_profiles;
select guard_locked_periods('company_profiles', $$
  select r.company_id as id, e.centre_id, e.days * daterange(r.valid_from, r.valid_to) as days,
         jsonb_build_array(r.size_class, r.province, r.municipality, r.sbi_code, r.sbi_version) as what
    from %s r cross join company_presence(r.company_id) e
   where r.deleted_at is null and num_nonnulls(r.size_class, r.province, r.municipality, r.sbi_code) > 0 $$);
drop trigger g_locked_insert on centres;
drop trigger g_locked_update on centres;
drop trigger g_locked_delete on centres;
select guard_locked_periods('centres', $$
  select r.id, r.id as centre_id, daterange(r.started_on, r.ended_on) as days,
         jsonb_build_array(r.kind, r.hub_id, r.province, r.municipality, r.technologies) as what
    from %s r where r.deleted_at is null and r.started_on is not null $$);
