import { Button, Typography } from '@mui/material';
import { Link } from 'react-router-dom';
import { useNames, useT } from '../i18n/use-t';
import type { AuditEvent } from '../providers/records';
import { Instant, None } from '../ui/fields/values';
import { Changes } from '../ui/history/Changes';
import { isDigest } from '../ui/history/ValueText';
import { Facts } from '../ui/page/Facts';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';
import { Reason } from './Reason';
import { changesOf, RecordDoor, trailPath, useDeed, useDoer, useTitle } from '../ui/history/trail';

/** What is no change of a record has no changes to show. */
const HEADINGS: Partial<Record<AuditEvent['action'], 'audit.added' | 'audit.changes' | 'audit.removed'>> = {
  CREATE: 'audit.added',
  UPDATE: 'audit.changes',
  DELETE: 'audit.changes',
  RESTORE: 'audit.changes',
  ERASE: 'audit.removed',
};
const WHOLE = new Set<AuditEvent['action']>(['CREATE', 'ERASE']);

/** One entry of the trail: what changed, and what belongs with it. */
export default function AuditEventShow() {
  return (
    <ShowPage<AuditEvent>
      resource="audit-events"
      nameOf={useTitle()}
      below={(event) => <InOneLine event={event} />}
      actions={(event) => <Others event={event} />}
    >
      {(event) => <Content event={event} />}
    </ShowPage>
  );
}

function InOneLine({ event }: { event: AuditEvent }) {
  const deed = useDeed();
  const doer = useDoer();
  return (
    <>
      {deed(event)} · {doer(event)} · <Instant at={event.at} />
    </>
  );
}

function Content({ event }: { event: AuditEvent }) {
  const t = useT();
  const changes = changesOf(event);
  const heading = HEADINGS[event.action];
  const hasDigests = Object.values(changes).some(({ from, to }) => isDigest(from) || isDigest(to));
  return (
    <>
      {heading && (
        <Section title={t(heading)}>
          <Changes resource={event.resource} changes={changes} isWhole={WHOLE.has(event.action)} />
          {hasDigests && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
              {t('audit.encryptedHelp')}
            </Typography>
          )}
        </Section>
      )}
      <Section title={t('register.record.facts')}>
        <Origin event={event} />
      </Section>
    </>
  );
}

function Origin({ event }: { event: AuditEvent }) {
  const t = useT();
  const { field, one } = useNames();
  const doer = useDoer();
  const label = (name: string): string => field('audit-events', name);
  return (
    <Facts
      facts={[
        [label('at'), <Instant at={event.at} />],
        [label('actorId'), doer(event)],
        [label('resource'), one(event.resource)],
        [label('recordId'), <RecordDoor event={event} />],
        [label('reason'), <Reason event={event} />],
        [label('requestId'), event.requestId ?? <None />],
        [t('audit.position'), String(event.link.position)],
        [t('audit.hash'), <code>{event.link.hash}</code>],
      ]}
    />
  );
}

function Others({ event: { resource, recordId, requestId, actor } }: { event: AuditEvent }) {
  const t = useT();
  return (
    <>
      <Button variant="outlined" component={Link} to={trailPath({ resource, recordId })}>
        {t('audit.sameRecord')}
      </Button>
      {requestId !== null && (
        <Button variant="outlined" component={Link} to={trailPath({ requestId })}>
          {t('audit.sameRequest')}
        </Button>
      )}
      {actor.id !== null && (
        <Button variant="outlined" component={Link} to={trailPath({ actorId: actor.id })}>
          {t('audit.samePerson')}
        </Button>
      )}
    </>
  );
}
