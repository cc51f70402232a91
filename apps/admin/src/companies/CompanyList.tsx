import { legalFormName } from '@fieldlab/domain';
import { DataTable } from 'react-admin';
import { useWords } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { None, Province, RecordLink } from '../ui/fields/values';
import { describeCompany } from '../ui/inputs/describe';
import { ChoiceFilter, ProvinceFilter } from '../ui/list/filters';
import { RegisterList } from '../ui/list/RegisterList';

const Column = DataTable.Col<Company>;
const NumberColumn = DataTable.NumberCol<Company>;

export default function CompanyList() {
  const words = useWords();
  return (
    <RegisterList<Company>
      resource="companies"
      sort={{ field: 'name', order: 'ASC' }}
      nameOf={({ name }) => name}
      card={(company) => <Card company={company} />}
      filters={<Filters />}
      exportAs={{ kvkNumber: ['kvkNumber', 'foreignNumber'] }}
      hiddenColumns={['legalForm', 'postcode', 'sbiCode', 'organisationType', 'updatedAt']}
    >
      <Column
        source="name"
        render={({ id, name }) => <RecordLink resource="companies" id={id} name={name} />}
      />
      <Column
        source="kvkNumber"
        render={({ kvkNumber, foreignNumber }) => kvkNumber ?? foreignNumber ?? <None />}
      />
      <Column source="municipality" render={({ municipality }) => municipality ?? <None />} />
      <Column source="province" render={({ province }) => <Province code={province} />} />
      <Column
        source="sizeClass"
        render={({ sizeClass }) => (sizeClass ? words.sizeClass[sizeClass] : <None />)}
      />
      <NumberColumn source="employees" />
      <NumberColumn source="centreCount" disableSort />
      <Column
        source="organisationType"
        render={({ organisationType }) => words.organisationType[organisationType]}
      />
      <Column source="legalForm" render={({ legalForm }) => legalFormName(legalForm) ?? <None />} />
      <Column source="postcode" />
      <Column source="sbiCode" />
    </RegisterList>
  );
}

function Filters() {
  const words = useWords();
  return (
    <>
      <ProvinceFilter resource="companies" />
      <ChoiceFilter resource="companies" source="sizeClass" words={words.sizeClass} />
      <ChoiceFilter resource="companies" source="organisationType" words={words.organisationType} />
    </>
  );
}

function Card({ company }: { company: Company }) {
  const words = useWords();
  return (
    <>
      <span>{describeCompany(company)}</span>
      {company.sizeClass && <span>{words.sizeClass[company.sizeClass]}</span>}
    </>
  );
}
