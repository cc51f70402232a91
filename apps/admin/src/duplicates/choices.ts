import type { Duplicate, MergeInput } from '../providers/duplicates';

export type Side = 'left' | 'right';

/** What is held side by side, in the order in which people look. */
export const COMPARED = [
  'name',
  'kvkNumber',
  'foreignNumber',
  'country',
  'organisationType',
  'legalForm',
  'sizeClass',
  'employees',
  'sbiCode',
  'postcode',
  'municipality',
  'province',
  'website',
] as const;
export type Compared = (typeof COMPARED)[number];

/** Which of two stays, and from which of them each field comes. */
export interface Choices {
  survivor: Side;
  fields: Partial<Record<Compared, Side>>;
}

export const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** The one with a number stays; failing that the one that has been there longest, which is the left. */
export const firstChoices = ({ left, right }: Duplicate): Choices => ({
  survivor: left.kvkNumber === null && right.kvkNumber !== null ? 'right' : 'left',
  fields: {},
});

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Fields in which the two differ; of what neither has there is nothing to see. */
export const differs = (field: Compared, { left, right }: Pick<Duplicate, 'left' | 'right'>): boolean =>
  left[field] !== right[field];

export const isKnown = (field: Compared, { left, right }: Pick<Duplicate, 'left' | 'right'>): boolean =>
  !isEmpty(left[field]) || !isEmpty(right[field]);

/** Whose value stays: as was chosen, else the survivor's, or the other's where the survivor has none. */
export function sourceOf(field: Compared, pair: Duplicate, { survivor, fields }: Choices): Side {
  const chosen = fields[field];
  if (chosen) return chosen;
  return isEmpty(pair[survivor][field]) && !isEmpty(pair[other(survivor)][field])
    ? other(survivor)
    : survivor;
}

/** The merge that the choices amount to. */
export function mergeOf(pair: Duplicate, choices: Choices): MergeInput {
  const { survivor } = choices;
  const fields = COMPARED.filter(
    (field) => differs(field, pair) && sourceOf(field, pair, choices) !== survivor,
  );
  return { survivorId: pair[survivor].id, mergedId: pair[other(survivor)].id, fields };
}

/** Whole percents; what is asked is never certain. */
export const percentOf = (score: number): number => Math.min(99, Math.max(1, Math.round(score * 100)));
