import { findIndicator } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { useLanguage, useT } from '../i18n/use-t';
import type { ComparedFigure } from '../providers/comparisons';

interface Named extends Omit<ComparedFigure, 'from'> {
  from?: string | null | undefined;
}

/** A figure by its name, its dates, and its place when that is not the whole programme. */
export function useFigureWords(): (figure: Named) => string {
  const t = useT();
  const language = useLanguage();
  const { date } = useFormat();
  return ({ indicator: code, asOf, from, scope }) => {
    const indicator = findIndicator(code);
    const when =
      asOf === undefined
        ? []
        : indicator?.kind !== 'stock' && from
          ? [t('comparing.between', { from: date(from), to: date(asOf) })]
          : [t('comparing.on', { date: date(asOf) })];
    const where = scope === undefined || scope === 'programme' ? [] : [scope.replace(/^\w+:/, '')];
    return [indicator?.title[language] ?? code, ...where, ...when].join(', ');
  };
}
