import { ERRORS, type ErrorCode } from '@fieldlab/domain';
import { useLanguage, useT } from '../i18n/use-t';
import { refusalOf } from '../providers/http';

const isKnown = (code: string): code is ErrorCode => code in ERRORS;

/** A refusal as a sentence in the reader's language. */
export function useErrorText(): (error: unknown) => string {
  const t = useT();
  const language = useLanguage();
  return (error) => {
    const { code, status, detail, requestId } = refusalOf(error);
    if (status === 0) return t('frame.errors.network');
    const title = isKnown(code) ? ERRORS[code][language] : detail;
    const nothing = t('frame.errors.nothingLost');
    const number = status >= 500 && requestId ? ` ${t('frame.errors.reference', { id: requestId })}` : '';
    return `${title}. ${nothing}${number}`;
  };
}
