import { useFormat } from '../i18n/format';
import { useNames, useT, useWords } from '../i18n/use-t';
import type { Outcome } from '../providers/records';
import { Claim } from '../ui/fields/Ladder';
import { Day, RecordLink, RecordLinks, WebLink } from '../ui/fields/values';
import { EvidenceSection } from '../ui/evidence/EvidenceSection';
import { History } from '../ui/history/History';
import { Facts } from '../ui/page/Facts';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';

export default function OutcomeShow() {
  const t = useT();
  return (
    <ShowPage<Outcome> resource="outcomes" nameOf={({ title }) => title}>
      {(outcome) => (
        <>
          <Section title={t('register.record.facts')}>
            <OutcomeFacts outcome={outcome} />
          </Section>
          <EvidenceSection resource="outcomes" recordId={outcome.id} />
          <Section title={t('register.record.history')}>
            <History resource="outcomes" id={outcome.id} />
          </Section>
        </>
      )}
    </ShowPage>
  );
}

function OutcomeFacts({ outcome }: { outcome: Outcome }) {
  const { field } = useNames();
  const words = useWords();
  const { number } = useFormat();
  const {
    kind,
    companyId,
    companyName,
    centreIds,
    achievedOn,
    quantity,
    claimLevel,
    evidenceUrl,
    activityId,
  } = outcome;
  const label = (name: string): string => field('outcomes', name);
  return (
    <Facts
      facts={[
        [label('kind'), words.outcomeKind[kind]],
        [
          label('companyId'),
          <RecordLink key="company" resource="companies" id={companyId} name={companyName} />,
        ],
        [label('centreIds'), <RecordLinks key="centres" resource="centres" ids={centreIds} />],
        [label('achievedOn'), <Day key="day" date={achievedOn} />],
        [label('quantity'), number(quantity)],
        [label('claimLevel'), <Claim key="claim" level={claimLevel} />],
        [label('evidenceUrl'), <WebLink key="evidence" address={evidenceUrl} />],
        [
          label('activityId'),
          <RecordLinks key="activity" resource="activities" ids={activityId ? [activityId] : []} />,
        ],
      ]}
    />
  );
}
