import { findIndicator, isCalendarDate, type Words } from '@fieldlab/domain';
import { useLanguage, useT, useWords } from '../../i18n/use-t';
import { Day, Money, Province, RecordLinks } from '../fields/values';

type WordList = Exclude<keyof Words, 'unknown'>;

const LISTS: Record<string, WordList> = {
  level: 'level',
  sizeClass: 'sizeClass',
  claimLevel: 'claimLevel',
  source: 'source',
  status: 'status',
  form: 'form',
  organisationType: 'organisationType',
  'centres.kind': 'centreKind',
  'centres.type': 'centreType',
  'activities.kind': 'activityKind',
  'outcomes.kind': 'outcomeKind',
};

const REFERENCES: Record<string, string> = {
  companyId: 'companies',
  parentCompanyId: 'companies',
  centreId: 'centres',
  centreIds: 'centres',
  hubId: 'centres',
  activityId: 'activities',
};

/** A field's value in words: never a code, never an id. */
export function ValueText({ resource, field, value }: { resource: string; field: string; value: unknown }) {
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const text = textOf(value);
  if (text === '') return <em>{t('register.record.wasEmpty')}</em>;
  const list = LISTS[`${resource}.${field}`] ?? LISTS[field];
  if (list) return <>{(words[list] as Record<string, string>)[text] ?? text}</>;
  const reference = REFERENCES[field];
  if (reference)
    return <RecordLinks resource={reference} ids={Array.isArray(value) ? value.map(String) : [text]} />;
  if (field === 'indicator') return <>{findIndicator(text)?.title[language] ?? text}</>;
  if (field === 'scope')
    return <>{text === 'programme' ? t('targets.programme') : text.replace(/^\w+:/, '')}</>;
  if (field === 'province') return <Province code={text} />;
  if (field === 'amountEur') return <Money amount={text} />;
  if (isCalendarDate(text)) return <Day date={text} />;
  return <>{text}</>;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
