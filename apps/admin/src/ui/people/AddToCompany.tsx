import { Button, Stack } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { PasteInto } from '../pasting/PasteInto';

interface AddToCompanyProps {
  resource: 'contacts' | 'notes';
  company: { id: string; name: string };
  /** What pasted rows without a heading hold, in this order. */
  columns: readonly string[];
  label: string;
  onAdd: () => void;
}

/** Adds one, or pasted rows, to what a company has of a kind. */
export function AddToCompany({ resource, company: { id, name }, columns, label, onAdd }: AddToCompanyProps) {
  const { canAccess } = useCanAccess({ resource, action: 'create' });
  if (!canAccess) return null;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap' }}>
      <PasteInto resource={resource} columns={columns} given={{ company_ref: { text: name, id } }} />
      <Button size="small" onClick={onAdd}>
        {label}
      </Button>
    </Stack>
  );
}
