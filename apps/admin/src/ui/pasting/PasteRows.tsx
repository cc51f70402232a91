import PasteIcon from '@mui/icons-material/ContentPasteGoOutlined';
import { IconButton, Tooltip } from '@mui/material';
import { Suspense, useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useChosenColumns, type ListColumns } from '../list/visible-columns';
import { PasteDialog } from './lazy-dialog';
import { useMayPaste } from './use-may-paste';

interface PasteRowsProps {
  resource: string;
  columns: ListColumns;
}

/** Rows that are pasted in the page of a list, or behind its button, are added to it. */
export function PasteRows({ resource, columns }: PasteRowsProps) {
  const mayPaste = useMayPaste(resource);
  if (!mayPaste) return null;
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
