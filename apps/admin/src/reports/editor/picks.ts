import { foldText } from '@fieldlab/domain';

/** A figure that can be put in the text. */
export interface Pick {
  /** As it stands there: `{{jobs:province=NL-NB}}`. */
  source: string;
  /** Of its indicator. */
  title: string;
  /** Which part of it, where it is one. */
  part?: string;
  /** What it is now; undefined while nobody knows yet. */
  value?: string;
}

/** More than this nobody walks through: another letter finds it sooner. */
const MOST_FOUND = 40;

/** The figures of which every word that was typed begins a word; those that begin with it come first. */
export function picksNamed(picks: readonly Pick[], query: string): Pick[] {
  const words = foldText(query)
    .split(' ')
    .filter((word) => word !== '');
  const found = picks
    .map((pick) => ({ pick, name: ` ${foldText(`${pick.title} ${pick.part ?? ''}`)}` }))
    // A part of a figure is found by its own name; without any, the figures themselves are enough.
    .filter(
      ({ pick, name }) =>
        (pick.part === undefined || words.length > 0) && words.every((word) => name.includes(` ${word}`)),
    );
  const begins = ({ name }: { name: string }): number => (name.startsWith(` ${words.join(' ')}`) ? 0 : 1);
  const whole = ({ pick }: { pick: Pick }): number => (pick.part === undefined ? 0 : 1);
  return found
    .sort((one, other) => whole(one) - whole(other) || begins(one) - begins(other))
    .slice(0, MOST_FOUND)
    .map(({ pick }) => pick);
}
