import { Button } from '@mui/material';
import { Suspense, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { PasteDialog } from './lazy-dialog';
import type { Given } from './pasted-columns';
import { useMayPaste } from './use-may-paste';

interface PasteIntoProps {
  resource: string;
  /** What rows without a heading hold, in this order. */
  columns: readonly string[];
  given: Given;
}

/** Adds pasted rows to a list on the page of a record: rows that do not say whose they are, are of that record. */
export function PasteInto({ resource, columns, given }: PasteIntoProps) {
  const t = useT();
  const mayPaste = useMayPaste(resource);
  const [isOpen, setOpen] = useState(false);
  if (!mayPaste) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('register.list.paste')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PasteDialog
            resource={resource}
            shown={columns}
            text=""
            given={given}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
