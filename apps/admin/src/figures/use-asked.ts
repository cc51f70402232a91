import { currentIndicators, findIndicator, type Breakdown, type Indicator } from '@fieldlab/domain';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { FiguresAsked } from '../providers/figures';

const FIRST = 'companies_participated';

export interface Asked {
  indicator: Indicator;
  asOf: string;
  from: string;
  scope: string;
  by: Breakdown | '';
  /** A day: what was known at its end. Empty is now. */
  knownOn: string;
}

/** The question, as it stands in the page's address: a link to it asks the same. */
export function useAsked(): { asked: Asked; ask: (change: Partial<Record<keyof Asked, string>>) => void } {
  const [parameters, setParameters] = useSearchParams();
  const asked = useMemo(() => askedFrom(parameters), [parameters]);
  const ask = (change: Partial<Record<keyof Asked, string>>): void =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(change)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      dropUnknownBreakdown(next);
      return next;
    });
  return { asked, ask };
}

function askedFrom(parameters: URLSearchParams): Asked {
  const text = (name: string): string => parameters.get(name) ?? '';
  const indicator = findIndicator(text('indicator')) ?? firstIndicator();
  const by = indicator.breakdowns.find((one) => one === text('by')) ?? '';
  return {
    indicator,
    by,
    asOf: text('asOf'),
    from: text('from'),
    scope: text('scope'),
    knownOn: text('knownOn'),
  };
}

function firstIndicator(): Indicator {
  const [first] = currentIndicators.filter(({ code }) => code === FIRST);
  if (!first) throw new Error(`The catalogue has no ${FIRST}.`);
  return first;
}

/** Another indicator may not know the breakdown that was chosen. */
function dropUnknownBreakdown(parameters: URLSearchParams): void {
  const indicator = findIndicator(parameters.get('indicator') ?? FIRST);
  const by = parameters.get('by');
  if (by !== null && !indicator?.breakdowns.some((one) => one === by)) parameters.delete('by');
}

/** The question as the API reads it. */
export function figuresAsked({ indicator, asOf, from, scope, by, knownOn }: Asked): FiguresAsked {
  return {
    indicator: [indicator.code],
    asOf: asOf || undefined,
    from: from || undefined,
    scope: scope || undefined,
    by: by || undefined,
    knownAt: knownOn === '' ? undefined : `${knownOn}T23:59:59Z`,
  };
}
