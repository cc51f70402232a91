import { addDays } from '@fieldlab/domain';
import type { Window } from '../published-cells';

/** The name of a window, and of the slice in which it is measured. */
export const windowKey = ({ from, to }: Window): string => `${from ?? ''}..${to}`;

/** The first day, as a text that sorts: no lower bound comes before all days. */
const startOf = ({ from }: Window): string => from ?? '';
/** The first day after it. */
const endOf = ({ to }: Window): string => addDays(to, 1);

/** Answers whether the one lies within the other. */
export const contains = (outer: Window, inner: Window): boolean =>
  startOf(outer) <= startOf(inner) && inner.to <= outer.to;

/** The stretches between all days on which any of the windows begins or ends, in order. */
export function stretchesOf(windows: readonly Window[]): Window[] {
  const days = [...new Set(windows.flatMap((window) => [startOf(window), endOf(window)]))].sort();
  return days.slice(0, -1).flatMap((day, index) => {
    const stretch = { from: day === '' ? null : day, to: addDays(days[index + 1] ?? '', -1) };
    return windows.some((window) => contains(window, stretch)) ? [stretch] : [];
  });
}

/** Each window once. */
export const distinctWindows = (windows: readonly Window[]): Window[] => [
  ...new Map(windows.map((window) => [windowKey(window), window])).values(),
];

/** Which windows lie right within which others: with no other of them in between. */
export function nestings(windows: readonly Window[]): [inner: Window, outer: Window][] {
  // Whatever holds another comes before it.
  const ordered = distinctWindows(windows).toSorted((a, b) =>
    startOf(a) === startOf(b) ? (a.to < b.to ? 1 : -1) : startOf(a) < startOf(b) ? -1 : 1,
  );
  return ordered.flatMap((outer, index) => {
    const right: Window[] = [];
    for (const inner of ordered.slice(index + 1))
      if (contains(outer, inner) && !right.some((between) => contains(between, inner))) right.push(inner);
    return right.map((inner): [Window, Window] => [inner, outer]);
  });
}
