import DeleteIcon from '@mui/icons-material/DeleteOutline';
import { Box, IconButton, Link as MuiLink, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { useState } from 'react';
import { useFormat } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Note } from '../../providers/records';
import { Section } from '../page/Section';
import { Waiting } from '../page/Waiting';
import { useDeletion } from '../use-deletion';
import { AddToCompany } from './AddToCompany';
import { DoneButton } from './DoneButton';
import { DueText } from './DueText';
import { LINES } from './lines';
import { NoteDialog } from './NoteDialog';

/** As a spreadsheet has them that says nothing else. */
const COLUMNS = ['text', 'dueOn'];

/** What people wrote about a company, and what is to be followed up; the newest first. */
export function Notes({ companyId, companyName }: { companyId: string; companyName: string }) {
  const t = useT();
  const [open, setOpen] = useState<Note | 'new' | undefined>(undefined);
  const { data } = useGetList<Note>('notes', {
    filter: { companyId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  return (
    <Section
      title={t('people.notes')}
      actions={
        <AddToCompany
          resource="notes"
          company={{ id: companyId, name: companyName }}
          columns={COLUMNS}
          label={t('people.addNote')}
          onAdd={() => setOpen('new')}
        />
      }
    >
      {!data && <Waiting rows={2} />}
      {data?.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('people.noNotes')}</Typography>}
      <Box component="ul" sx={LINES}>
        {data?.map((note) => (
          <Written key={note.id} note={note} onOpen={() => setOpen(note)} />
        ))}
      </Box>
      {open && (
        <NoteDialog
          companyId={companyId}
          centreId={undefined}
          note={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

function Written({ note, onOpen }: { note: Note; onOpen: () => void }) {
  const t = useT();
  const { instant } = useFormat();
  const { remove } = useDeletion('notes');
  return (
    <li>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <MuiLink
          component="button"
          type="button"
          onClick={onOpen}
          sx={{ color: 'inherit', textAlign: 'left', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
        >
          {note.text}
        </MuiLink>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[note.centreName, instant(note.createdAt)].filter(Boolean).join(' · ')}
        </Typography>
        <Typography variant="body2">
          <DueText note={note} />
        </Typography>
      </Box>
      <DoneButton note={note} />
      <IconButton
        size="small"
        aria-label={`${t('register.record.delete')}: ${note.text.slice(0, 60)}`}
        onClick={() => void remove(note)}
      >
        <DeleteIcon fontSize="small" />
      </IconButton>
    </li>
  );
}
