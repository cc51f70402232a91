import type { Schemas } from '@fieldlab/api-client';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { saveFile } from '../providers/download';
import { request } from '../providers/http';
import { useErrorText } from '../ui/use-error-text';

export type Find = Schemas['PersonalDataFind'];
type Finds = Schemas['PersonalDataFinds'];

export const keyOf = ({ resource, id, field }: Find): string => [resource, id, field ?? ''].join('/');
const itemsOf = (finds: readonly Find[]) => ({
  items: finds.map(({ resource, id, field }) => ({ resource, id, field })),
});

/** Each line is a name, a number or an address. */
const termsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What was found, what of it was chosen, and what can be done with that. */
export function usePersonRequest() {
  const t = useT();
  const notify = useNotify();
  const text = useErrorText();
  const [finds, setFinds] = useState<Finds | undefined>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const onError = (error: unknown): void => notify(text(error), { type: 'error' });
  const find = async (terms: string): Promise<void> => {
    const found = await request<Finds>('POST', '/persons/search', { body: { terms: termsOf(terms) } });
    setFinds(found);
    setChosen(new Set());
  };
  const picked = finds?.data.filter((one) => chosen.has(keyOf(one))) ?? [];
  const searching = useMutation({ mutationFn: find });
  const exporting = useMutation({
    mutationFn: () => request<object>('POST', '/persons/export', { body: itemsOf(picked) }),
    onSuccess: (copy) =>
      saveFile(
        `${t('privacy.request.fileName')}.json`,
        new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }),
      ),
    onError,
  });
  const erasable = picked.filter(({ isErasable }) => isErasable);
  const erasing = useMutation({
    mutationFn: async (terms: string) => {
      await request('POST', '/persons/erase', { body: itemsOf(erasable) });
      await find(terms);
    },
    onSuccess: () => notify(t('privacy.request.erased'), { type: 'success' }),
    onError,
  });
  const choose = (keys: readonly string[], isChosen: boolean): void =>
    setChosen(new Set(isChosen ? [...chosen, ...keys] : [...chosen].filter((key) => !keys.includes(key))));
  return { finds, chosen, choose, picked, erasable, searching, exporting, erasing };
}
