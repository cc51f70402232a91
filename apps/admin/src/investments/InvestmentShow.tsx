import { useNames, useT, useWords } from '../i18n/use-t';
import type { Investment } from '../providers/records';
import { Day, Money, None, RecordLink, RecordLinks } from '../ui/fields/values';
import { EvidenceSection } from '../ui/evidence/EvidenceSection';
import { History } from '../ui/history/History';
import { Facts } from '../ui/page/Facts';
import { Section } from '../ui/page/Section';
import { ShowPage } from '../ui/page/ShowPage';
import { useInvestmentName } from './use-investment-name';

export default function InvestmentShow() {
  const t = useT();
  const nameOf = useInvestmentName();
  return (
    <ShowPage<Investment> resource="investments" nameOf={nameOf}>
      {(investment) => (
        <>
          <Section title={t('register.record.facts')}>
            <InvestmentFacts investment={investment} />
          </Section>
          <EvidenceSection resource="investments" recordId={investment.id} />
          <Section title={t('register.record.history')}>
            <History resource="investments" id={investment.id} />
          </Section>
        </>
      )}
    </ShowPage>
  );
}

function InvestmentFacts({ investment }: { investment: Investment }) {
  const { field } = useNames();
  const words = useWords();
  const {
    amountEur,
    datedOn,
    source,
    status,
    form,
    funder,
    centreId,
    centreName,
    companyId,
    companyName,
    activityId,
    note,
  } = investment;
  const label = (name: string): string => field('investments', name);
  return (
    <Facts
      facts={[
        [label('amountEur'), <Money key="amount" amount={amountEur} />],
        [label('datedOn'), <Day key="day" date={datedOn} />],
        [label('source'), words.source[source]],
        [label('funder'), funder ?? <None key="funder" />],
        [label('status'), words.status[status]],
        [label('form'), words.form[form]],
        [label('centreId'), <RecordLink key="centre" resource="centres" id={centreId} name={centreName} />],
        [
          label('companyId'),
          companyId ? (
            <RecordLink key="company" resource="companies" id={companyId} name={companyName} />
          ) : (
            <None key="company" />
          ),
        ],
        [
          label('activityId'),
          <RecordLinks key="activity" resource="activities" ids={activityId ? [activityId] : []} />,
        ],
        [label('note'), note ?? <None key="note" />],
      ]}
    />
  );
}
