import PasteIcon from '@mui/icons-material/ContentPasteGoOutlined';
import { IconButton, Tooltip } from '@mui/material';
import { Suspense, useEffect, useState } from 'react';
import { useCanAccess } from 'react-admin';
import { lazyWithWords } from '../../i18n/later-words';
import { useT } from '../../i18n/use-t';
import { kindOf } from '../editing/editable';
import { useChosenColumns, type ListColumns } from '../list/visible-columns';

const PasteDialog = lazyWithWords(() => import('./PasteDialog'));

interface PasteRowsProps {
  resource: string;
  columns: ListColumns;
}

/** Rows that are pasted in the page of a list, or behind its button, are added to it. */
export function PasteRows({ resource, columns }: PasteRowsProps) {
  const { canAccess: mayCreate } = useCanAccess({ resource, action: 'create' });
  const { canAccess: mayImport } = useCanAccess({ resource: 'imports', action: 'create' });
  if (!mayCreate || !mayImport || !kindOf(resource)?.sheet) return null;
  return <Paste resource={resource} columns={columns} />;
}

function Paste({ resource, columns }: PasteRowsProps) {
  const t = useT();
  const [shown] = useChosenColumns(resource, columns);
  const [text, setText] = useState<string | undefined>(undefined);
  useEffect(() => {
    const take = (event: ClipboardEvent): void => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (isForAField(event.target) || !isBlock(pasted)) return;
      event.preventDefault();
      setText(pasted);
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
  return (
    <>
      <Tooltip title={t('register.list.paste')}>
        <IconButton aria-label={t('register.list.paste')} onClick={() => setText('')}>
          <PasteIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {text !== undefined && (
        <Suspense fallback={null}>
          <PasteDialog resource={resource} shown={shown} text={text} onClose={() => setText(undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** More than one cell: a word alone was meant for something else. */
const isBlock = (text: string): boolean => /[\t\n]/.test(text.trim());

/** Text that is pasted where one types, or while a dialog asks something, is for there. */
const isForAField = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null) ||
  document.querySelector('[role=dialog]') !== null;
