import { useSearchParams } from 'react-router-dom';
import { comparePath, type ComparedFigure } from '../providers/comparisons';
import { apiQuery, useFigureQuery, type FigureQuery, type ChangeQuery } from '../ui/figures/use-figure-query';

export interface SideAsked {
  asked: FigureQuery;
  ask: ChangeQuery;
  figure: ComparedFigure;
}

export interface SidesAsked {
  left: SideAsked;
  right: SideAsked;
  /** The page with the two the other way round. */
  swapped: string;
  /** The step whose records are shown. */
  step: string;
  /** The page with a step open, or without one. */
  withStep: (step: string) => string;
}

/** Both questions as they stand in the address. */
export function useSides(): SidesAsked {
  const [parameters] = useSearchParams();
  const [left, right] = [useSide('left'), useSide('right')];
  const withStep = (step: string): string => {
    const next = new URLSearchParams(parameters);
    next.delete('step');
    if (step !== '') next.set('step', step);
    return `/compare?${next.toString()}`;
  };
  const swapped = comparePath(right.figure, left.figure);
  return { left, right, swapped, step: parameters.get('step') ?? '', withStep };
}

function useSide(side: 'left' | 'right'): SideAsked {
  const { asked, ask } = useFigureQuery(side);
  return { asked, ask, figure: figureOf(asked) };
}

/** What was left open is left out, so that it goes on following today. */
function figureOf(asked: FigureQuery): ComparedFigure {
  const { asOf, from, knownAt, scope } = apiQuery(asked);
  return {
    indicator: asked.indicator.code,
    ...(asOf !== undefined && { asOf }),
    ...(from !== undefined && { from }),
    ...(knownAt !== undefined && { knownAt }),
    ...(scope !== undefined && { scope }),
  };
}
