import type { nl } from './nl';

export const en = {
  told: (count: number) =>
    count === 1
      ? '1 account of the demonstration is still there.'
      : `${count} accounts of the demonstration are still there.`,
  end: 'End demonstration accounts',
  endTitle: 'End all demonstration accounts?',
  endText: (names: string) =>
    `${names} are signed out everywhere and cannot come back in. What they logged stays. This cannot be undone.`,
  ended: 'The demonstration accounts were ended.',
} satisfies typeof nl;
