import { useNotify, useRefresh } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { attachFile, type Evidence, type Evidenced } from '../../providers/evidence';
import { useErrorText } from '../use-error-text';

/** A file on its way: what part of it went, from 0 to 1. */
export interface Sending {
  name: string;
  part: number;
}

/** Sends files one after the other; each that is refused says why, and stays said until the next are sent. */
export function useAttaching(of: Evidenced): {
  attach: (files: readonly File[]) => Promise<void>;
  sending: Sending | undefined;
  refused: readonly string[];
} {
  const t = useT();
  const why = useErrorText();
  const attached = useAttached();
  const [sending, setSending] = useState<Sending | undefined>(undefined);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const attach = async (files: readonly File[]): Promise<void> => {
    setRefused([]);
    for (const file of files) {
      const { name } = file;
      setSending({ name, part: 0 });
      try {
        attached(await attachFile(of, file, (part) => setSending({ name, part })));
      } catch (error) {
        const text = t('evidence.refused', { name, why: why(error) });
        setRefused((before) => [...before, text]);
      }
    }
    setSending(undefined);
  };
  return { attach, sending, refused };
}

/** Says that evidence was added, and what became of the claim level, and shows it. */
export function useAttached(): (evidence: Evidence) => void {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  return ({ claimLevel }) => {
    notify(t(claimLevel === 'EVIDENCED' ? 'evidence.raised' : 'evidence.added'), { type: 'success' });
    refresh();
  };
}
