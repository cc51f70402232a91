/**
 * Orders periods of one company by their `valid_from`: the one that holds today, where the programme is, or else the
 * latest comes first. What today is, is asked once, and not of every row.
 */
export const HELD_FIRST =
  '(valid_from is null or valid_from <= (select programme_today())) desc, valid_from desc nulls last';
