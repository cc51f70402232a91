-- apps/api/src/modules/notifications/notifications.repository.ts
with zone as (select programme_time_zone() as name),
known as (
  select overlay(overlay(left(encode(sha256(convert_to(
           w.kind || ' ' || w.record_id || ' ' || extract(epoch from w.since), 'UTF8')), 'hex'), 32)
           placing '8' from 13) placing '8' from 17)::uuid as id, w.*
    from (select $1::text as kind, s.* from (
  select r.id as record_id, r.created_at as since, '/rounds/' || r.id as path,
         jsonb_build_object('quarter', r.period, 'dueOn', r.due_on) as facts
    from rounds r cross join zone
   where r.deleted_at is null
     and ($2::integer is null or r.due_on - programme_today() >= $3::integer)
     and ($4::integer is null or r.due_on - programme_today() <= $5::integer)
     and exists (select from round_board b
                  where b.round_id = r.id and b.centre_id = any($6::uuid[])
                    and b.status in ('OPEN', 'RETURNED'))) s union all select $7::text as kind, s.* from (
  select r.id as record_id, ((r.due_on - $8::integer)::timestamp at time zone zone.name) as since, '/rounds/' || r.id as path,
         jsonb_build_object('quarter', r.period, 'dueOn', r.due_on) as facts
    from rounds r cross join zone
   where r.deleted_at is null
     and ($9::integer is null or r.due_on - programme_today() >= $10::integer)
     and ($11::integer is null or r.due_on - programme_today() <= $12::integer)
     and exists (select from round_board b
                  where b.round_id = r.id and b.centre_id = any($13::uuid[])
                    and b.status in ('OPEN', 'RETURNED'))) s union all select $14::text as kind, s.* from (
  select r.id as record_id, ((r.due_on - $15::integer)::timestamp at time zone zone.name) as since, '/rounds/' || r.id as path,
         jsonb_build_object('quarter', r.period, 'dueOn', r.due_on) as facts
    from rounds r cross join zone
   where r.deleted_at is null
     and ($16::integer is null or r.due_on - programme_today() >= $17::integer)
     and ($18::integer is null or r.due_on - programme_today() <= $19::integer)
     and exists (select from round_board b
                  where b.round_id = r.id and b.centre_id = any($20::uuid[])
                    and b.status in ('OPEN', 'RETURNED'))) s union all select $21::text as kind, s.* from (
  select r.id as record_id, ((r.due_on - $22::integer)::timestamp at time zone zone.name) as since, '/rounds/' || r.id as path,
         jsonb_build_object('quarter', r.period, 'dueOn', r.due_on) as facts
    from rounds r cross join zone
   where r.deleted_at is null
     and ($23::integer is null or r.due_on - programme_today() >= $24::integer)
     and ($25::integer is null or r.due_on - programme_today() <= $26::integer)
     and exists (select from round_board b
                  where b.round_id = r.id and b.centre_id = any($27::uuid[])
                    and b.status in ('OPEN', 'RETURNED'))) s union all select $28::text as kind, s.* from (
  select b.round_id as record_id, max(b.submitted_at) as since,
         '/rounds/' || b.round_id || case when count(*) = 1 then '/centres/' || min(b.centre_id::text) else '' end as path,
         jsonb_build_object('count', count(*)::text, 'quarter', min(b.period),
           'centre', (array_agg(b.name order by b.submitted_at desc, b.centre_id))[1],
           'person', (array_agg(b.submitted_by order by b.submitted_at desc, b.centre_id))[1]) as facts
    from round_board b where b.status = 'SUBMITTED' group by b.round_id) s union all select $29::text as kind, s.* from (
  select b.submission_id as record_id, b.decided_at as since,
         '/rounds/' || b.round_id || '/centres/' || b.centre_id as path,
         jsonb_build_object('centre', b.name, 'quarter', b.period, 'person', b.decided_by) as facts
    from round_board b where b.status = 'RETURNED' and b.centre_id = any($30::uuid[])) s union all select $31::text as kind, s.* from (
  select r.id as record_id, r.updated_at as since, '/reports/' || r.id as path,
         jsonb_build_object('title', r.title, 'person', r.submitted_by_name) as facts
    from reports r
   where r.deleted_at is null and r.status = 'SUBMITTED' and r.submitted_by_id is distinct from $32::uuid) s union all select $33::text as kind, s.* from (
  select n.id as record_id, greatest(n.created_at, ((n.due_on - $34::integer)::timestamp at time zone zone.name)) as since,
         '/companies/' || n.company_id || '/show?part=people' as path,
         jsonb_build_object('company',
  case when "c".merged_into_id is null then "c".name
       else (select f.name from companies f where f.id = company_root("c".id)) end, 'dueOn', n.due_on) as facts
    from notes n join companies c on c.id = n.company_id cross join zone
   where n.deleted_at is null and n.done_on is null and n.due_on <= programme_today() + 3
     and n.centre_id = any($35::uuid[])) s union all select $36::text as kind, s.* from (
  select * from (
    select c.id as record_id, m.mentioned_at as since, r.path || '?comment=' || c.id as path,
           jsonb_build_object('person', u.name, 'record', r.name) as facts
      from comment_mentions m
      join comments c on c.id = m.comment_id and c.withdrawn_at is null
      join users u on u.id = c.author_id
     cross join lateral (select coalesce(t.name, '–') as name, '/centres/' || t.id || '/show' as path, null::uuid[] as centres
                 from centres t
                where c.resource = $37 and t.id = c.record_id and t.deleted_at is null union all select coalesce(
  case when "t".merged_into_id is null then "t".name
       else (select f.name from companies f where f.id = company_root("t".id)) end, '–') as name, '/companies/' || t.id || '/show' as path, null::uuid[] as centres
                 from companies t
                where c.resource = $38 and t.id = c.record_id and t.deleted_at is null union all select coalesce(concat_ws(' · ',
  case when "f".merged_into_id is null then "f".name
       else (select f.name from companies f where f.id = company_root("f".id)) end, z.name), '–') as name, '/participations/' || t.id || '/show' as path, array[t.centre_id]::uuid[] as centres
                 from participations t join companies f on f.id = t.company_id join centres z on z.id = t.centre_id
                where c.resource = $39 and t.id = c.record_id and t.deleted_at is null union all select coalesce(t.title, '–') as name, '/activities/' || t.id || '/show' as path, array[t.centre_id]::uuid[] as centres
                 from activities t
                where c.resource = $40 and t.id = c.record_id and t.deleted_at is null union all select coalesce(concat_ws(' · ', z.name, t.funder), '–') as name, '/investments/' || t.id || '/show' as path, array[t.centre_id]::uuid[] as centres
                 from investments t join centres z on z.id = t.centre_id
                where c.resource = $41 and t.id = c.record_id and t.deleted_at is null union all select coalesce(t.name, '–') as name, '/spin-offs/' || t.id || '/show' as path, t.centre_ids::uuid[] as centres
                 from spin_offs t
                where c.resource = $42 and t.id = c.record_id and t.deleted_at is null union all select coalesce(t.title, '–') as name, '/outcomes/' || t.id || '/show' as path, t.centre_ids::uuid[] as centres
                 from outcomes t
                where c.resource = $43 and t.id = c.record_id and t.deleted_at is null union all select coalesce(concat_ws(' · ', z.name, to_char(t.due_on, 'DD-MM-YYYY')), '–') as name, '/targets/' || t.id || '/show' as path, null::uuid[] as centres
                 from targets t left join centres z on z.id = t.centre_id
                where c.resource = $44 and t.id = c.record_id and t.deleted_at is null union all select coalesce(concat_ws(' · ', b.name, b.period), '–') as name, '/rounds/' || t.id || '/centres/' || b.centre_id as path, array[b.centre_id]::uuid[] as centres
                 from rounds t join round_board b on b.round_id = t.id and b.centre_id = c.centre_id
                where c.resource = $45 and t.id = c.record_id and t.deleted_at is null union all select coalesce(t.title, '–') as name, '/comparisons/' || t.id as path, null::uuid[] as centres
                 from comparisons t
                where c.resource = $46 and t.id = c.record_id and t.deleted_at is null union all select coalesce(t.title, '–') as name, '/reports/' || t.id as path, null::uuid[] as centres
                 from reports t
                where c.resource = $47 and t.id = c.record_id and t.deleted_at is null) r
     where m.user_id = $48::uuid and m.is_current
       and m.mentioned_at > now() - make_interval(days => $49)
       and (r.centres is null or not $50::boolean or r.centres && $51::uuid[])
     order by m.mentioned_at desc, c.id limit $52) newest) s union all select $53::text as kind, s.* from (
  select i.id as record_id, i.finished_at as since, '/imports?id=' || i.id as path,
         jsonb_build_object('file', i.file_name) as facts
    from imports i
   where i.actor_id = $54::uuid and i.status = $55 and not i.dry_run
     and i.finished_at > now() - make_interval(days => $56)) s union all select $57::text as kind, s.* from (
  select i.id as record_id, i.finished_at as since, '/imports?id=' || i.id as path,
         jsonb_build_object('file', i.file_name) as facts
    from imports i
   where i.actor_id = $58::uuid and i.status = $59 and not i.dry_run
     and i.finished_at > now() - make_interval(days => $60)) s union all select $61::text as kind, s.* from (
  select i.id as record_id, i.finished_at as since, '/imports?id=' || i.id as path,
         jsonb_build_object('file', i.file_name) as facts
    from imports i
   where i.actor_id = $62::uuid and i.status = $63 and not i.dry_run
     and i.finished_at > now() - make_interval(days => $64)) s union all select $65::text as kind, s.* from (
  select * from (
    select p.id as record_id, p.created_at as since, '/duplicates?companyId=' || p.left_id as path,
           jsonb_build_object('company', a.name, 'other', b.name) as facts
      from duplicate_pairs p
      join companies a on a.id = p.left_id
      join companies b on b.id = p.right_id
     where p.status = 'OPEN'
       and (p.company_id in (select company_id from participations
                              where centre_id = any($66::uuid[]) and deleted_at is null)
         or p.other_company_id in (select company_id from participations
                                    where centre_id = any($67::uuid[]) and deleted_at is null))
     order by p.created_at desc, p.id limit $68) newest) s union all select $69::text as kind, s.* from (
  select * from (
    select p.id as record_id, p.created_at as since, '/register-proposals?companyId=' || p.company_id as path,
           jsonb_build_object('company', c.name) as facts
      from register_proposals p
      join companies c on c.id = p.company_id and c.deleted_at is null and c.merged_into_id is null
     where p.status = 'OPEN'
       and (not $70::boolean or p.company_id in (select firms_of_centres($71::uuid[])))
     order by p.created_at desc, p.id limit $72) newest) s union all select $73::text as kind, s.* from (
  select t.id as record_id, l.since, '/targets/' || t.id || '/show' as path,
         jsonb_build_object('indicators', t.indicator, 'scope', coalesce(z.name, t.scope), 'dueOn', t.due_on) as facts
    from target_lights l
    join targets t on t.id = l.target_id and t.deleted_at is null
    left join centres z on z.id = t.centre_id
   where l.light = $74 and (not $75::boolean or t.centre_id = any($76::uuid[]))) s union all select $77::text as kind, s.* from (
  select t.id as record_id, l.since, '/targets/' || t.id || '/show' as path,
         jsonb_build_object('indicators', t.indicator, 'scope', coalesce(z.name, t.scope), 'dueOn', t.due_on) as facts
    from target_lights l
    join targets t on t.id = l.target_id and t.deleted_at is null
    left join centres z on z.id = t.centre_id
   where l.light = $78 and (not $79::boolean or t.centre_id = any($80::uuid[]))) s union all select $81::text as kind, s.* from (
  select '00000000-0000-0000-0000-000000000000'::uuid as record_id, max(m.given_up_at) as since, '/users' as path,
         jsonb_build_object('count', count(*)::text) as facts
    from mails_given_up m where m.given_up_at > now() - make_interval(days => $82)
  having count(*) > 0) s) w)
        select n.id, n.kind, n.since, s.read_at is not null as "isRead", n.path, n.facts,
               count(*) over ()::integer as total, count(*) filter (where s.read_at is null) over ()::integer as unread
          from known n
          left join notification_states s on s.user_id = $83::uuid and s.notification_id = n.id
         order by n.since desc, n.id limit $84;
