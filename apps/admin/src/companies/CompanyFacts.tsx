import { useGetOne } from 'react-admin';
import {
  legalFormName,
  NETHERLANDS,
  schemeOfUnversioned,
  sectionLabel,
  sectionOf,
  type Language,
} from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { capitalised, useLanguage, useNames, useWords } from '../i18n/use-t';
import type { Company } from '../providers/records';
import { None, Province, RecordLink, WebLink } from '../ui/fields/values';
import { Facts, type Fact } from '../ui/page/Facts';

export function CompanyFacts({ company }: { company: Company }) {
  const { field } = useNames();
  const words = useWords();
  const language = useLanguage();
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
    sbiVersion,
    postcode,
    municipality,
    province,
    website,
    groupId,
  } = company;
  const form = legalFormName(legalForm);
  const facts: Fact[] = [
    [label('kvkNumber'), kvkNumber ?? <None />],
    ...(foreignNumber ? [[label('foreignNumber'), foreignNumber] as const] : []),
    [label('organisationType'), capitalised(words.organisationType[organisationType])],
    [label('legalForm'), form ?? <None />],
    [label('sizeClass'), sizeClass ? capitalised(words.sizeClass[sizeClass]) : <None />],
    [label('employees'), employees === null ? <None /> : number(employees)],
    [label('sbiCode'), sbiCode ? sectorText(sbiCode, sbiVersion, language) : <None />],
    [label('municipality'), [postcode, municipality].filter(Boolean).join(' ') || <None />],
    [label('province'), <Province key="province" code={province} />],
    [label('website'), <WebLink key="website" address={website} />],
    [label('groupId'), groupId ? <Parent key="groupId" id={groupId} /> : <None />],
  ];
  return <Facts facts={facts} />;
}

function Parent({ id }: { id: string }) {
  const { data } = useGetOne<Company>('companies', { id });
  return <RecordLink resource="companies" id={id} name={data?.name ?? '…'} />;
}

/** `6201 (SBI 2008): J – Informatie en communicatie` */
function sectorText(code: string, version: string | null, language: Language): string {
  const named = NETHERLANDS.sectorSchemes.find((scheme) => scheme.code === version);
  const scheme = named ?? schemeOfUnversioned(NETHERLANDS);
  const section = sectionOf(scheme, code);
  const label = section && sectionLabel(scheme, section.code, language);
  return `${code}${named ? ` (${named.name})` : ''}${label ? `: ${label}` : ''}`;
}
