-- apps/api/src/modules/personal-data/personal-data.repository.ts
with asked as materialized (select $1::text[] as terms, terms_in_json($2::text[]) as in_json)
          select f.resource, f.id, f.field, f.name, left(f.text, $3) as text, f."isCurrent",
                 f."isErasable", count(*) over () as total
            from (select $4::text as resource, t.id::text as id, null::text as field, t.name, concat_ws(' · ', t.name, t.role, t.email, t.phone) as text,
      t.deleted_at is null as "isCurrent", true as "isErasable"
 from contacts t, asked where mentions(concat_ws(' ', t.name, t.role, t.email, t.phone), asked.terms) union all select $5::text as resource, t.id::text, null, null, t.text, t.deleted_at is null, true from notes t, asked
 where mentions(t.text, asked.terms) union all select $6::text as resource, h.id::text, null, null, (array_agg(h.said order by h.version desc))[1], bool_or(h.is_current), true
 from (
select c.id, c.text as said, c.version, true as is_current from comments c
union all select v.comment_id, v.text, v.version, false from comment_versions v) h, asked where mentions(h.said, asked.terms) group by h.id union all select $7::text as resource, t.id::text, null, null, concat_ws(' · ', t.name, t.state ->> 'filter'), t.deleted_at is null, true
 from saved_views t, asked where mentions(t.name, asked.terms) or mentions(t.state::text, asked.in_json) union all select $8::text as resource, h.id::text, null, c.name, (array_agg(h.said order by h.version desc))[1], bool_or(h.is_current),
      is_natural_person(c.legal_form)
 from (
select c.id, c.name as said, c.version, c.rev_to is null as is_current from companies_history c
union all select c.id, c.website, c.version, c.rev_to is null from companies_history c
union all select n.company_id, n.number, n.version, n.rev_to is null from company_numbers_history n) h join companies c on c.id = h.id, asked
where h.said is not null and mentions(h.said, asked.terms) group by h.id, c.name, c.legal_form union all select $9::text as resource, t.id::text, null, t.name, concat_ws(' · ', t.name, t.email), t.deleted_at is null, t.deleted_at is not null
 from users t, asked where mentions(concat_ws(' ', t.name, t.email), asked.terms) union all select $10::text as resource, t.id::text, null, null, (array_agg(concat_ws(' · ', t.title, t.file_name, t.url) order by t.version desc))[1],
      bool_or(t.rev_to is null), true
 from evidence_history t, asked
where mentions(concat_ws(' ', t.title, t.file_name, t.url), asked.terms) group by t.id union all select $11::text as resource, t.id::text, null, null, t.taken_over::text, t.deleted_at is null, true from merges t, asked
 where mentions(t.taken_over::text, asked.in_json) union all select $12::text as resource, t.id::text, null, t.file_name, t.file_name, true, t.status not in ('QUEUED', 'RUNNING')
 from imports t left join import_files f on f.import_id = t.id, asked
where mentions(t.file_name, asked.terms) or mentions(t.faults::text, asked.in_json)
   or mentions(t.warnings::text, asked.in_json) or mentions(t.changes::text, asked.in_json)
   or mentions((to_jsonb(f) - '{content,faulty_rows}'::text[])::text, asked.in_json) union all select $13::text as resource, min(e.id)::text, 'reason', null, l.reason, true, true
 from audit_links l join audit_events e on e.link_id = l.id, asked
where mentions(l.reason, asked.terms) group by l.id union all select $14::text as resource, t.id::text, null, t.title, concat_ws(' · ', t.title, t.remark, t.edition_reason, t.text), t.deleted_at is null, false
 from reports t, asked
where mentions(concat_ws(' ', t.title, t.remark, t.edition_reason, t.text), asked.terms) union all select $15::text as resource, t.id::text as id, $16::text as field, null::text as name,
      (array_agg(t.note order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from participations_history t, asked
where t.note is not null and mentions(t.note, asked.terms) group by t.id union all select $17::text as resource, t.id::text as id, $18::text as field, null::text as name,
      (array_agg(t.title order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from activities_history t, asked
where t.title is not null and mentions(t.title, asked.terms) group by t.id union all select $19::text as resource, t.id::text as id, $20::text as field, null::text as name,
      (array_agg(t.funder order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from investments_history t, asked
where t.funder is not null and mentions(t.funder, asked.terms) group by t.id union all select $21::text as resource, t.id::text as id, $22::text as field, null::text as name,
      (array_agg(t.note order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from investments_history t, asked
where t.note is not null and mentions(t.note, asked.terms) group by t.id union all select $23::text as resource, t.id::text as id, $24::text as field, null::text as name,
      (array_agg(t.name order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from spin_offs_history t, asked
where t.name is not null and mentions(t.name, asked.terms) group by t.id union all select $25::text as resource, t.id::text as id, $26::text as field, null::text as name,
      (array_agg(t.kvk_number order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from spin_offs_history t, asked
where t.kvk_number is not null and mentions(t.kvk_number, asked.terms) group by t.id union all select $27::text as resource, t.id::text as id, $28::text as field, null::text as name,
      (array_agg(t.evidence_url order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from spin_offs_history t, asked
where t.evidence_url is not null and mentions(t.evidence_url, asked.terms) group by t.id union all select $29::text as resource, t.id::text as id, $30::text as field, null::text as name,
      (array_agg(t.title order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from outcomes_history t, asked
where t.title is not null and mentions(t.title, asked.terms) group by t.id union all select $31::text as resource, t.id::text as id, $32::text as field, null::text as name,
      (array_agg(t.evidence_url order by t.version desc))[1] as text, bool_or(t.rev_to is null) as "isCurrent",
      true as "isErasable"
 from outcomes_history t, asked
where t.evidence_url is not null and mentions(t.evidence_url, asked.terms) group by t.id union all select $33::text as resource, t.id::text as id, $34::text as field, null::text as name,
      (array_agg(t.note order by t.version desc))[1] as text, bool_or(true) as "isCurrent",
      true as "isErasable"
 from targets t, asked
where t.note is not null and mentions(t.note, asked.terms) group by t.id union all select $35::text as resource, t.id::text as id, $36::text as field, null::text as name,
      (array_agg(t.title order by t.version desc))[1] as text, bool_or(true) as "isCurrent",
      true as "isErasable"
 from comparisons t, asked
where t.title is not null and mentions(t.title, asked.terms) group by t.id union all select $37::text as resource, t.id::text as id, $38::text as field, null::text as name,
      (array_agg(t.note order by t.version desc))[1] as text, bool_or(true) as "isCurrent",
      true as "isErasable"
 from comparisons t, asked
where t.note is not null and mentions(t.note, asked.terms) group by t.id union all select $39::text as resource, t.id::text as id, $40::text as field, null::text as name,
      (array_agg(t.remark order by t.version desc))[1] as text, bool_or(true) as "isCurrent",
      true as "isErasable"
 from round_submissions t, asked
where t.remark is not null and mentions(t.remark, asked.terms) group by t.id union all select $41::text as resource, t.id::text as id, $42::text as field, null::text as name,
      (array_agg(t.submitted_by order by t.version desc))[1] as text, bool_or(true) as "isCurrent",
      true as "isErasable"
 from round_submissions t, asked
where t.submitted_by is not null and mentions(t.submitted_by, asked.terms) group by t.id union all select $43::text as resource, t.id::text as id, $44::text as field, null::text as name,
      (array_agg(t.decided_by order by t.version desc))[1] as text, bool_or(true) as "isCurrent",
      true as "isErasable"
 from round_submissions t, asked
where t.decided_by is not null and mentions(t.decided_by, asked.terms) group by t.id) f
           where f.name is distinct from f.id
           limit $45;
