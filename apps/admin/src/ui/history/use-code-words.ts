import { codeWord, findIndicator, type Language } from '@fieldlab/domain';
import { useFormat, type Format } from '../../i18n/format';
import { useLanguage, useT, type Translate } from '../../i18n/use-t';

interface Reader {
  t: Translate;
  language: Language;
  format: Format;
}
type Wording = (code: string, reader: Reader) => string | undefined;

/** Codes that only screens have words for. */
const WORDINGS: Record<string, Wording> = {
  scope: (code, { t }) => (code === 'programme' ? t('targets.programme') : code.replace(/^\w+:/, '')),
  period: (code, { format }) => format.quarter(code),
  language: (code, { t }) => t(`reports.languages.${code}` as 'reports.languages.nl'),
  chains: chainText,
  'reports.status': (code, { t }) => t(`reports.status.${code}` as 'reports.status.DRAFT'),
};

/** A code as the reader's word for it; what is no code stays as it is. */
export function useCodeWords(): (resource: string, field: string, code: string) => string {
  const reader: Reader = { t: useT(), language: useLanguage(), format: useFormat() };
  return (resource, field, code) => {
    const wording = WORDINGS[`${resource}.${field}`] ?? WORDINGS[field];
    const word = wording ? wording(code, reader) : codeWord(reader.language, { resource, field, code });
    return word ?? code;
  };
}

/** A figure of a comparison: what it counts, and on which day. */
function chainText(text: string, { language, format }: Reader): string {
  const { indicator: code, asOf } = JSON.parse(text) as { indicator: string; asOf?: string };
  const title = findIndicator(code)?.title[language] ?? code;
  return asOf === undefined ? title : `${title} (${format.date(asOf)})`;
}
