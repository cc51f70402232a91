import { ERRORS, type ErrorCode } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { useLanguage, useNames, useT } from '../i18n/use-t';
import { refusalOf } from '../providers/http';
import { LeftAlone } from './bulk/in-turn';

const isKnown = (code: string): code is ErrorCode => code in ERRORS;

/** A refusal as a sentence in the reader's language, and that nothing was lost. */
export function useErrorText(): (error: unknown) => string {
  const t = useT();
  const why = useWhy();
  return (error) => {
    const { status, requestId } = refusalOf(error);
    if (status === 0) return why(error);
    const nothing = t('frame.errors.nothingLost');
    const number = status >= 500 && requestId ? ` ${t('frame.errors.reference', { id: requestId })}` : '';
    return `${why(error)}. ${nothing}${number}`;
  };
}

/** Only why: where several were tried, and what came of the others is told beside it. */
export function useWhy(): (error: unknown) => string {
  const t = useT();
  const language = useLanguage();
  const { one, many } = useNames();
  const { number } = useFormat();
  return (error) => {
    if (error instanceof LeftAlone) return error.message;
    const { code, status, detail, about } = refusalOf(error);
    if (status === 0) return t('frame.errors.network');
    const title = isKnown(code) ? ERRORS[code][language] : detail;
    if (code === 'CENTRE_HAS_COORDINATORS') return `${title}: ${about.coordinators ?? ''}`;
    if (code !== 'HAS_DEPENDANTS') return title;
    const counts = Object.entries(about).map(([resource, count]) => {
      const name = count === '1' ? one(resource) : many(resource);
      return `${number(Number(count))} ${name.toLowerCase()}`;
    });
    return [title, counts.join(', ')].filter(Boolean).join(': ');
  };
}
