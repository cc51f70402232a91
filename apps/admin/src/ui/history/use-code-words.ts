import { findIndicator, type Language, type Words } from '@fieldlab/domain';
import { useFormat, type Format } from '../../i18n/format';
import { useLanguage, useT, useWords, type Translate } from '../../i18n/use-t';
import { legalFormName } from '../../providers/legal-form';

type WordList = Exclude<keyof Words, 'unknown'>;

/** Fields whose values come from a closed list; where another resource means something else by it, by resource. */
const LISTS: Record<string, WordList> = {
  level: 'level',
  sizeClass: 'sizeClass',
  claimLevel: 'claimLevel',
  source: 'source',
  status: 'status',
  form: 'form',
  by: 'breakdown',
  organisationType: 'organisationType',
  'rounds.status': 'submissionStatus',
  'centres.kind': 'centreKind',
  'centres.type': 'centreType',
  'activities.kind': 'activityKind',
  'outcomes.kind': 'outcomeKind',
};

interface Reader {
  t: Translate;
  language: Language;
  format: Format;
}
type Wording = (code: string, reader: Reader) => string | undefined;

const role: Wording = (code, { t }) => t(`frame.roles.${code}` as 'frame.roles.ADMIN');
const indicator: Wording = (code, { language }) => findIndicator(code)?.title[language];

/** Codes that are no closed list of the domain. */
const WORDINGS: Record<string, Wording> = {
  role,
  secondFactorRequiredFor: role,
  indicator,
  indicators: indicator,
  scope: (code, { t }) => (code === 'programme' ? t('targets.programme') : code.replace(/^\w+:/, '')),
  period: (code, { format }) => format.quarter(code),
  language: (code, { t }) => t(`reports.languages.${code}` as 'reports.languages.nl'),
  legalForm: (code) => legalFormName(code) ?? undefined,
  country: (code, { format }) => new Intl.DisplayNames(format.locale, { type: 'region' }).of(code),
  scheme: (code) => (code === 'KVK' ? 'KvK' : code),
  chains: chainText,
  'reports.status': (code, { t }) => t(`reports.status.${code}` as 'reports.status.DRAFT'),
};

/** A code as the reader's word for it; what is no code stays as it is. */
export function useCodeWords(): (resource: string, field: string, code: string) => string {
  const words = useWords();
  const reader: Reader = { t: useT(), language: useLanguage(), format: useFormat() };
  return (resource, field, code) => {
    const wording = WORDINGS[`${resource}.${field}`] ?? WORDINGS[field];
    if (wording) return wording(code, reader) ?? code;
    const list = LISTS[`${resource}.${field}`] ?? LISTS[field];
    return (list && (words[list] as Record<string, string>)[code]) ?? code;
  };
}

/** A figure of a comparison: what it counts, and on which day. */
function chainText(text: string, { language, format }: Reader): string {
  const { indicator: code, asOf } = JSON.parse(text) as { indicator: string; asOf?: string };
  const title = findIndicator(code)?.title[language] ?? code;
  return asOf === undefined ? title : `${title} (${format.date(asOf)})`;
}
