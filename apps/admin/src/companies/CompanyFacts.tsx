import { legalFormName } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { capitalised, useNames, useWords } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { None, Province, WebLink } from '../ui/fields/values';
import { Facts, type Fact } from '../ui/page/Facts';

export function CompanyFacts({ company }: { company: Company }) {
  const { field } = useNames();
  const words = useWords();
  const { number } = useFormat();
  const label = (name: string): string => field('companies', name);
  const {
    kvkNumber,
    foreignNumber,
    organisationType,
    legalForm,
    sizeClass,
    employees,
    sbiCode,
    postcode,
    municipality,
    province,
    website,
  } = company;
  const form = legalFormName(legalForm);
  const facts: Fact[] = [
    [label('kvkNumber'), kvkNumber ?? <None />],
    ...(foreignNumber ? [[label('foreignNumber'), foreignNumber] as const] : []),
    [label('organisationType'), capitalised(words.organisationType[organisationType])],
    [label('legalForm'), form ?? <None />],
    [label('sizeClass'), sizeClass ? capitalised(words.sizeClass[sizeClass]) : <None />],
    [label('employees'), employees === null ? <None /> : number(employees)],
    [label('sbiCode'), sbiCode ?? <None />],
    [label('municipality'), [postcode, municipality].filter(Boolean).join(' ') || <None />],
    [label('province'), <Province key="province" code={province} />],
    [label('website'), <WebLink key="website" address={website} />],
  ];
  return <Facts facts={facts} />;
}
