import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useRefresh } from 'react-admin';
import { useT } from '../i18n/use-t';
import { undoImport } from '../providers/lists';
import { useErrorText } from './use-error-text';

/** Takes a list or a workbook back as a whole, and says so, or why not. Answers whether it is undone. */
export function useUndoImport(): (id: string) => Promise<boolean> {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefresh();
  const client = useQueryClient();
  const errorText = useErrorText();
  return async (id) => {
    try {
      await undoImport(id);
    } catch (error) {
      notify(errorText(error), { type: 'error' });
      return false;
    }
    notify(t('imports.undone'));
    await client.invalidateQueries();
    refresh();
    return true;
  };
}
