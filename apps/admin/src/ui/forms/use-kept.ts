import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../providers/drafts';

export interface KeptState<T> {
  value: T;
  set: (change: Partial<T>) => void;
  /** Whether anything differs from what it began as. */
  isHeld: boolean;
  /** Whether it came back from an earlier visit. */
  wasKept: boolean;
  /** Forgets what was typed, here and in the browser. */
  restart: () => void;
}

/** What is typed in a form of our own; it is there again after a reload, until it is saved or left. */
export function useKept<T extends object>(place: string, fresh: T): KeptState<T> {
  const [kept] = useState(() => readDraft<T>(place));
  const [change, setChange] = useState<Partial<T>>(kept ?? {});
  const isHeld = Object.entries(change).some(([name, value]) => !isSame(value, fresh[name as keyof T]));
  useEffect(() => {
    if (isHeld) keepDraft(place, change);
    else dropDraft(place);
  });
  return {
    value: { ...fresh, ...change },
    set: (more) => setChange((before) => ({ ...before, ...more })),
    isHeld,
    wasKept: isHeld && kept !== undefined,
    restart: () => {
      // At once: who is led away after saving is not drawn again.
      dropDraft(place);
      setChange({});
    },
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
