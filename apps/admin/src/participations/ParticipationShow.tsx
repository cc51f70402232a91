import { useNames, useT } from '../i18n/use-t';
import type { Participation } from '../providers/records';
import { Level } from '../ui/fields/Ladder';
import { Day, LastDay, None, RecordLink } from '../ui/fields/values';
import { EvidenceSection } from '../ui/evidence/EvidenceSection';
import { History } from '../ui/history/History';
import { Facts } from '../ui/page/Facts';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';
import { RowActions } from './RowActions';

export default function ParticipationShow() {
  const t = useT();
  return (
    <ShowPage<Participation>
      resource="participations"
      nameOf={({ companyName, centreName }) => `${companyName ?? ''} · ${centreName ?? ''}`}
      actions={(participation) => <RowActions participation={participation} />}
    >
      {(participation) => (
        <>
          <Section title={t('register.record.facts')}>
            <ParticipationFacts participation={participation} />
          </Section>
          <EvidenceSection resource="participations" recordId={participation.id} />
          <Section title={t('register.record.history')}>
            <History resource="participations" id={participation.id} />
          </Section>
        </>
      )}
    </ShowPage>
  );
}

function ParticipationFacts({ participation }: { participation: Participation }) {
  const { field } = useNames();
  const { companyId, companyName, centreId, centreName, level, startedOn, lastDay, note } = participation;
  const label = (name: string): string => field('participations', name);
  return (
    <Facts
      facts={[
        [
          label('companyId'),
          <RecordLink key="company" resource="companies" id={companyId} name={companyName} />,
        ],
        [label('centreId'), <RecordLink key="centre" resource="centres" id={centreId} name={centreName} />],
        [label('level'), <Level key="level" level={level} />],
        [label('startedOn'), <Day key="from" date={startedOn} />],
        [label('lastDay'), <LastDay key="to" date={lastDay} />],
        [label('note'), note ?? <None key="note" />],
      ]}
    />
  );
}
