import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useT } from '../i18n/use-t';
import { faultKey, refusalOf } from '../providers/http';
import { writeList, type NewList, type WrittenList } from '../providers/lists';
import { useFaultText } from '../ui/use-fault-text';
import { useErrorText } from '../ui/use-error-text';
import { dropList } from './draft';
import type { Firms } from './use-firms';

export interface Saving {
  isBusy: boolean;
  failure: string;
  /** What the register holds against a firm's row, by the firm's key. */
  faults: ReadonlyMap<string, string[]>;
  written: WrittenList | undefined;
  save: (name: string, rows: Firms['rows']) => Promise<void>;
  restart: () => void;
}

const FRESH = { isBusy: false, failure: '', faults: new Map<string, string[]>(), written: undefined };

/** Sends the list as one change; what is refused is said at its rows, and everything stays as it was. */
export function useSaving(): Saving {
  const t = useT();
  const client = useQueryClient();
  const errorText = useErrorText();
  const faultText = useFaultText();
  const [state, setState] = useState<Omit<Saving, 'save' | 'restart'>>(FRESH);
  const keyOf = useKey();
  const save = async (name: string, rows: Firms['rows']): Promise<void> => {
    const list: NewList = { name, rows: rows.map(({ row }) => row) };
    setState({ ...FRESH, isBusy: true });
    try {
      const written = await writeList(list, keyOf(list));
      dropList();
      setState({ ...FRESH, written });
      await client.invalidateQueries();
    } catch (error) {
      const faults = faultsByFirm(error, rows, faultText);
      const failure = faults.size > 0 ? t('pasting.refused') : sayWhy(error);
      setState({ ...FRESH, failure, faults });
    }
  };
  const sayWhy = (error: unknown): string =>
    refusalOf(error).status === 401 ? t('doorway.signIn.title') : errorText(error);
  return { ...state, save, restart: () => setState(FRESH) };
}

/** One key for one content: after a lost connection the same list is sent again and written once. */
function useKey(): (list: NewList) => string {
  const last = useRef({ content: '', key: '' });
  return (list) => {
    const content = JSON.stringify(list);
    if (last.current.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}

function faultsByFirm(
  error: unknown,
  rows: Firms['rows'],
  faultText: (fault: string) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const fault of refusalOf(error).faults) {
    const firm = rows[Number(/^rows\.(\d+)/.exec(fault.path)?.[1] ?? -1)]?.firm;
    if (firm) found.set(firm.key, [...(found.get(firm.key) ?? []), faultText(faultKey(fault))]);
  }
  return found;
}
