import type { ErrorCode, Language } from '@fieldlab/domain';
import { useFieldName, useLanguage, useT } from '../i18n/use-t';
import { faultKey, refusalOf, type Refusal } from '../providers/http';
import { refusalWords } from '../providers/refusal-words';
import { LeftAlone } from './bulk/in-turn';
import { useFaultText } from './use-fault-text';

/** A refusal as sentences in the reader's language: why, what one can do, and that nothing was lost. */
export function useErrorText(): (error: unknown) => string {
  const t = useT();
  const why = useWhy();
  return (error) => {
    const { status, requestId } = refusalOf(error);
    if (status === 0) return why(error);
    const nothing = t('frame.errors.nothingLost');
    const number = status >= 500 && requestId ? ` ${t('frame.errors.reference', { id: requestId })}` : '';
    return `${why(error)} ${nothing}${number}`;
  };
}

const atField = (field: string | undefined, text: string): string =>
  field === undefined ? text : `${field}: ${text}`;

/** Only why: where several were tried, and what came of the others is told beside it. Whole sentences. */
export function useWhy(): (error: unknown) => string {
  const t = useT();
  const language = useLanguage();
  const fieldName = useFieldName();
  const faultText = useFaultText();
  return (error) => {
    if (error instanceof LeftAlone) return `${error.message}.`;
    const { code, status, detail, about, faults } = refusalOf(error);
    if (status === 0) return t('frame.errors.network');
    if (code === 'INVALID_INPUT' && faults.length > 0)
      return faults.map((fault) => atField(fieldName(fault.path), faultText(faultKey(fault)))).join(' ');
    return sentenceOf(code, about, language) ?? detail;
  };
}

function sentenceOf(code: string, about: Refusal['about'], language: Language): string | undefined {
  const words = refusalWords();
  return words && Object.hasOwn(words.ERRORS, code)
    ? words.errorSentence(code as ErrorCode, about, language)
    : undefined;
}
