import { DataTable } from 'react-admin';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/use-t';
import type { Investment } from '../providers/records';
import { Day, None, RecordLink } from '../ui/fields/values';
import { CentreFilter, ChoiceFilter, DaysFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';

const Column = DataTable.Col<Investment>;

export default function InvestmentList() {
  const words = useWords();
  const { money } = useFormat();
  return (
    <RegisterList<Investment>
      resource="investments"
      sort={{ field: 'datedOn', order: 'DESC' }}
      nameOf={({ amountEur, centreName }) => `${money(amountEur)} · ${centreName ?? ''}`}
      card={(investment) => <Card investment={investment} />}
      filters={<Filters />}
      hiddenColumns={['companyName', 'form', 'note']}
    >
      <Column
        source="centreName"
        render={({ centreId, centreName }) => (
          <RecordLink resource="centres" id={centreId} name={centreName} />
        )}
      />
      <Column
        source="amountEur"
        align="right"
        render={({ id, amountEur }) => <RecordLink resource="investments" id={id} name={money(amountEur)} />}
      />
      <Column source="source" render={({ source }) => words.source[source]} />
      <Column source="status" render={({ status }) => words.status[status]} />
      <Column source="datedOn" render={({ datedOn }) => <Day date={datedOn} />} />
      <Column source="funder" render={({ funder }) => funder ?? <None />} />
      <Column source="form" render={({ form }) => words.form[form]} />
      <Column
        source="companyName"
        render={({ companyId, companyName }) =>
          companyId ? <RecordLink resource="companies" id={companyId} name={companyName} /> : <None />
        }
      />
      <Column source="note" disableSort />
    </RegisterList>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ChoiceFilter resource="investments" source="source" words={words.source} />
      <ChoiceFilter resource="investments" source="status" words={words.status} />
      <CentreFilter resource="investments" />
      <DaysFilter resource="investments" source="datedOn" />
    </>
  );
}

function Card({ investment: { source, status, datedOn } }: { investment: Investment }) {
  const words = useWords();
  return (
    <>
      <span>{`${words.source[source]} · ${words.status[status]}`}</span>
      <Day date={datedOn} />
    </>
  );
}
