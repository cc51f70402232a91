import { addDays, findIndicator } from '@fieldlab/domain';
import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router-dom';
import { useFormat } from '../../i18n/format';
import { useLanguage, useNames, useT } from '../../i18n/use-t';
import { recordPath } from '../../providers/record-path';
import type { AuditEvent, Changes } from '../../providers/records';
import { Muted, RecordLinks } from '../fields/values';

/** Settings, and keys for programs: what is known of them stands in the trail alone. */
const WITHOUT_PAGE = new Set([
  'programme',
  'api-tokens',
  'access-settings',
  'evidence',
  'contacts',
  'notes',
  'comments',
  'saved-views',
  'role-starts',
  'privacy-settings',
  'sign-ins',
  'personal-data',
]);
const NAMELESS = new Set([
  ...['access-settings', 'privacy-settings', 'api-tokens', 'sign-ins', 'comments'],
  ...['saved-views', 'role-starts'],
]);
/** What is called by a person's name, which the trail does not tell: it is asked for beside it. */
const PERSONAL = new Set(['users', 'companies']);
/** What leaves as a file is a list of records. */
const ABOUT_NO_RECORD: ReadonlySet<string> = new Set(['EXPORT']);
const NAMED_FIELDS = 3;

/** The changes as people know them: the last day instead of the first one after it. */
export function changesOf({ changes, resource }: AuditEvent): Changes {
  const { endedOn } = changes;
  if (endedOn === undefined || resource === 'rounds') return changes;
  return { ...changes, lastDay: { from: dayBefore(endedOn.from), to: dayBefore(endedOn.to) } };
}
const dayBefore = (day: unknown): unknown => (typeof day === 'string' ? addDays(day, -1) : null);

/** What was done, in one line: “Gewijzigd: niveau, toelichting”. */
export function useDeed(): (event: AuditEvent) => string {
  const t = useT();
  const { field } = useNames();
  return (event) => {
    const action = t(`audit.actions.${event.action}`);
    if (event.action !== 'UPDATE') return action;
    const names = Object.keys(changesOf(event)).filter(
      (name) => name !== 'endedOn' || event.resource === 'rounds',
    );
    const named = names.slice(0, NAMED_FIELDS).map((name) => field(event.resource, name).toLowerCase());
    const others = names.length - named.length;
    const fields =
      others > 0 ? t('audit.more', { fields: named.join(', '), smart_count: others }) : named.join(', ');
    return t('audit.did', { action, fields });
  };
}

/** Who did it; what the program did by itself has nobody. */
export function useDoer(): (event: AuditEvent) => string {
  const t = useT();
  return ({ actor: { id, name } }) => (id === null ? t('audit.program') : name);
}

/** What a record is called now, in words; nothing once it was erased. */
function useRecordName(): (event: AuditEvent) => string | null {
  const language = useLanguage();
  const { quarter } = useFormat();
  const { one } = useNames();
  return ({ resource, record: { name } }) => {
    if (NAMELESS.has(resource)) return one(resource);
    if (name === null) return null;
    if (resource === 'targets') return findIndicator(name)?.title[language] ?? name;
    return resource === 'rounds' ? quarter(name) : name;
  };
}

/** A kind of record with a name: “Bedrijf: Jansen Metaal B.V.”. */
export function useTitle(): (event: AuditEvent) => string {
  const { one } = useNames();
  const recordName = useRecordName();
  return (event) => [...new Set([one(event.resource), recordName(event)])].filter(Boolean).join(': ');
}

/** The record by its name, and the way to it as long as it is there. */
export function RecordDoor({ event }: { event: AuditEvent }) {
  const t = useT();
  const name = useRecordName()(event);
  const { resource, recordId, record } = event;
  const gone = <Muted>{t('audit.gone')}</Muted>;
  if (name === null && !record.isGone && PERSONAL.has(resource))
    return <RecordLinks resource={resource} ids={[recordId]} />;
  if (name === null) return ABOUT_NO_RECORD.has(event.action) ? <Muted>{t('audit.allOfThem')}</Muted> : gone;
  if (resource === 'sign-ins') return <>{name}</>;
  if (record.isGone)
    return (
      <>
        {name} ({gone})
      </>
    );
  if (WITHOUT_PAGE.has(resource)) return <>{name}</>;
  return (
    <MuiLink
      component={Link}
      to={recordPath(resource, recordId)}
      onClick={(click) => click.stopPropagation()}
      sx={{ color: 'inherit' }}
    >
      {name}
    </MuiLink>
  );
}

/** The trail of what is asked, as an address. */
export const trailPath = (filter: object): string =>
  `/audit-events?filter=${encodeURIComponent(JSON.stringify(filter))}`;
