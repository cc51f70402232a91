import type { FiguresAnswer } from '@fieldlab/domain';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { figureOf, useFigures, type FiguresQuery } from '../providers/figures';
import { useScopes } from '../ui/figures/use-scopes';

/** What the address asks of a figure: of the whole, or of one cell. */
export type CountedAsked = Omit<FiguresQuery, 'indicator'> & { key?: string };

/** What stands above the records behind a figure: of which part, how many, on which day. */
export function useCounted(code: string, { key, ...asked }: CountedAsked, total: number | undefined): string {
  const t = useT();
  const { date, instant } = useFormat();
  const { data, error } = useFigures({ ...asked, indicator: [code] });
  const where = useScopeName(asked.scope);
  const count = useCount(code, key, total);
  if (!data && !error) return '';
  const { asOf = data?.asOf, knownAt } = asked;
  return [
    key !== undefined && cellOf(data, code, key)?.label,
    where,
    count(data),
    asOf && `${t('dashboard.asOf').toLowerCase()} ${date(asOf)}`,
    knownAt && `${t('figures.sentence.knownAt')} ${knownAt.includes('T') ? instant(knownAt) : date(knownAt)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const cellOf = (answer: FiguresAnswer | undefined, code: string, key: string) =>
  figureOf(answer, code)?.breakdown?.find((cell) => cell.key === key);

/** Of a count its value again; behind a sum or ratio its value, and how many records were added up. */
function useCount(code: string, key: string | undefined, total: number | undefined) {
  const t = useT();
  const { number, figure: write } = useFormat();
  return (answer: FiguresAnswer | undefined): string | undefined => {
    if (total === undefined) return undefined;
    const figure = figureOf(answer, code);
    const value = (key === undefined ? figure : cellOf(answer, code, key))?.value ?? null;
    const counted = { smart_count: total, count: number(total) };
    if (figure?.unit === 'count' && Number(value) === total) return t('figures.membersCount', counted);
    const behind = t('figures.membersBehind', counted);
    return figure === undefined || value === null ? behind : `${write(value, figure.unit)} · ${behind}`;
  };
}

function useScopeName(scope: string | undefined): string | undefined {
  const scopes = useScopes();
  if (scope === undefined || scope === 'programme') return undefined;
  return scopes.find((one) => one.scope === scope)?.name ?? scope.replace(/^\w+:/, '');
}
