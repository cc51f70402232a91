import { raw, sql, type Sql } from '../../platform/database/sql';
import type { Place } from './personal-data.dto';

interface PersonalTexts {
  /** The table with all versions of the records; of what keeps none, the records themselves. */
  versions: string;
  /** The column of each field. */
  fields: Readonly<Record<string, string>>;
}

/** Free texts in which somebody may be named, by resource: what the database erases one at a time (erase_text). */
export const TEXTS: Partial<Record<Place, PersonalTexts>> = {
  participations: { versions: 'participations_history', fields: { note: 'note' } },
  activities: { versions: 'activities_history', fields: { title: 'title' } },
  investments: { versions: 'investments_history', fields: { funder: 'funder', note: 'note' } },
  'spin-offs': {
    versions: 'spin_offs_history',
    fields: { name: 'name', kvkNumber: 'kvk_number', evidenceUrl: 'evidence_url' },
  },
  outcomes: { versions: 'outcomes_history', fields: { title: 'title', evidenceUrl: 'evidence_url' } },
  targets: { versions: 'targets', fields: { note: 'note' } },
  comparisons: { versions: 'comparisons', fields: { title: 'title', note: 'note' } },
  'round-submissions': {
    versions: 'round_submissions',
    fields: { remark: 'remark', submittedBy: 'submitted_by', decidedBy: 'decided_by' },
  },
};

const find = (resource: Place, rest: Sql): Sql => sql`select ${resource}::text as resource, ${rest}`;

/** One column of a table, in each version of each record that names one of the terms. */
function ofText(resource: Place, versions: string, field: string, column: string): Sql {
  const isCurrent = versions.endsWith('_history') ? sql`t.rev_to is null` : sql`true`;
  return find(
    resource,
    sql`t.id::text as id, ${field}::text as field, null::text as name,
        (array_agg(t.${raw(column)} order by t.version desc))[1] as text, bool_or(${isCurrent}) as "isCurrent",
        true as "isErasable"
   from ${raw(versions)} t, asked
  where t.${raw(column)} is not null and mentions(t.${raw(column)}, asked.terms) group by t.id`,
  );
}

const COMPANY_TEXTS = sql`
  select c.id, c.name as said, c.version, c.rev_to is null as is_current from companies_history c
  union all select c.id, c.website, c.version, c.rev_to is null from companies_history c
  union all select n.company_id, n.number, n.version, n.rev_to is null from company_numbers_history n`;

const COMMENT_TEXTS = sql`
  select c.id, c.text as said, c.version, true as is_current from comments c
  union all select v.comment_id, v.text, v.version, false from comment_versions v`;

const WHOLE_RECORDS: readonly Sql[] = [
  find(
    'contacts',
    sql`t.id::text as id, null::text as field, t.name, concat_ws(' · ', t.name, t.role, t.email, t.phone) as text,
        t.deleted_at is null as "isCurrent", true as "isErasable"
   from contacts t, asked where mentions(concat_ws(' ', t.name, t.role, t.email, t.phone), asked.terms)`,
  ),
  find(
    'notes',
    sql`t.id::text, null, null, t.text, t.deleted_at is null, true from notes t, asked
   where mentions(t.text, asked.terms)`,
  ),
  find(
    'comments',
    sql`h.id::text, null, null, (array_agg(h.said order by h.version desc))[1], bool_or(h.is_current), true
   from (${COMMENT_TEXTS}) h, asked where mentions(h.said, asked.terms) group by h.id`,
  ),
  find(
    'saved-views',
    sql`t.id::text, null, null, concat_ws(' · ', t.name, t.state ->> 'filter'), t.deleted_at is null, true
   from saved_views t, asked where mentions(t.name, asked.terms) or mentions(t.state::text, asked.in_json)`,
  ),
  find(
    'companies',
    sql`h.id::text, null, c.name, (array_agg(h.said order by h.version desc))[1], bool_or(h.is_current),
        is_natural_person(c.legal_form)
   from (${COMPANY_TEXTS}) h join companies c on c.id = h.id, asked
  where h.said is not null and mentions(h.said, asked.terms) group by h.id, c.name, c.legal_form`,
  ),
  find(
    'users',
    sql`t.id::text, null, t.name, concat_ws(' · ', t.name, t.email), t.deleted_at is null, t.deleted_at is not null
   from users t, asked where mentions(concat_ws(' ', t.name, t.email), asked.terms)`,
  ),
  find(
    'evidence',
    sql`t.id::text, null, null, (array_agg(concat_ws(' · ', t.title, t.file_name, t.url) order by t.version desc))[1],
        bool_or(t.rev_to is null), true
   from evidence_history t, asked
  where mentions(concat_ws(' ', t.title, t.file_name, t.url), asked.terms) group by t.id`,
  ),
  find(
    'merges',
    sql`t.id::text, null, null, t.taken_over::text, t.deleted_at is null, true from merges t, asked
   where mentions(t.taken_over::text, asked.in_json)`,
  ),
  find(
    'imports',
    sql`t.id::text, null, t.file_name, t.file_name, true, t.status not in ('QUEUED', 'RUNNING')
   from imports t left join import_files f on f.import_id = t.id, asked
  where mentions(t.file_name, asked.terms) or mentions(t.faults::text, asked.in_json)
     or mentions(t.warnings::text, asked.in_json) or mentions(t.changes::text, asked.in_json)
     or mentions((to_jsonb(f) - '{content,faulty_rows}'::text[])::text, asked.in_json)`,
  ),
  find(
    'audit-events',
    sql`min(e.id)::text, 'reason', null, l.reason, true, true
   from audit_links l join audit_events e on e.link_id = l.id, asked
  where mentions(l.reason, asked.terms) group by l.id`,
  ),
  // A draft is changed by its author; what was published says so in public, and is not the register's to erase.
  find(
    'reports',
    sql`t.id::text, null, t.title, concat_ws(' · ', t.title, t.remark, t.edition_reason, t.text), t.deleted_at is null, false
   from reports t, asked
  where mentions(concat_ws(' ', t.title, t.remark, t.edition_reason, t.text), asked.terms)`,
  ),
];

const ONE_TEXT = Object.entries(TEXTS).flatMap(([resource, { versions, fields }]) =>
  Object.entries(fields).map(([field, column]) => ofText(resource as Place, versions, field, column)),
);

/** What is looked through, each the same columns; `asked` are the terms, as they are and as JSON has them. */
export const SOURCES: readonly Sql[] = [...WHOLE_RECORDS, ...ONE_TEXT];
