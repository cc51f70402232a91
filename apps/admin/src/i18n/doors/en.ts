import type { nl } from './nl';

export const en = {
  title: 'Begin here',
  log: 'Log a participation',
  logText: 'A company, a fieldlab, a level: done in a few seconds.',
  why: (more: string, fewer: string) => `Why is ${more} not ${fewer}?`,
  whyText: 'Companies reached and companies taking part now, with every reason in between.',
  paste: 'Paste a sentence from the newspaper',
  pasteText: 'Find the published figures that its numbers come from.',
  putAway: 'Put away',
  bringBack: 'Show ‘Begin here’ again',
} satisfies typeof nl;
