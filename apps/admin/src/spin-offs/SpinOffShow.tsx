import { useNames, useT } from '../i18n/use-t';
import type { SpinOff } from '../providers/records';
import { Claim } from '../ui/fields/Ladder';
import { Day, None, RecordLink, RecordLinks, WebLink } from '../ui/fields/values';
import { EvidenceSection } from '../ui/evidence/EvidenceSection';
import { History } from '../ui/history/History';
import { Facts } from '../ui/page/Facts';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';

export default function SpinOffShow() {
  const t = useT();
  return (
    <ShowPage<SpinOff> resource="spin-offs" nameOf={({ name }) => name}>
      {(spinOff) => (
        <>
          <Section title={t('register.record.facts')}>
            <SpinOffFacts spinOff={spinOff} />
          </Section>
          <EvidenceSection resource="spin-offs" recordId={spinOff.id} />
          <Section title={t('register.record.history')}>
            <History resource="spin-offs" id={spinOff.id} />
          </Section>
        </>
      )}
    </ShowPage>
  );
}

function SpinOffFacts({ spinOff }: { spinOff: SpinOff }) {
  const { field } = useNames();
  const {
    kvkNumber,
    foundedOn,
    dissolvedOn,
    centreIds,
    parentCompanyId,
    parentCompanyName,
    claimLevel,
    evidenceUrl,
  } = spinOff;
  const label = (name: string): string => field('spin-offs', name);
  return (
    <Facts
      facts={[
        [label('kvkNumber'), kvkNumber ?? <None key="kvk" />],
        [label('foundedOn'), <Day key="from" date={foundedOn} />],
        [label('dissolvedOn'), <Day key="to" date={dissolvedOn} />],
        [label('centreIds'), <RecordLinks key="centres" resource="centres" ids={centreIds} />],
        [
          label('parentCompanyId'),
          parentCompanyId ? (
            <RecordLink key="parent" resource="companies" id={parentCompanyId} name={parentCompanyName} />
          ) : (
            <None key="parent" />
          ),
        ],
        [label('claimLevel'), <Claim key="claim" level={claimLevel} />],
        [label('evidenceUrl'), <WebLink key="evidence" address={evidenceUrl} />],
      ]}
    />
  );
}
