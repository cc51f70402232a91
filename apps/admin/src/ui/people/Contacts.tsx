import DeleteIcon from '@mui/icons-material/DeleteOutline';
import { Box, IconButton, Link as MuiLink, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Contact } from '../../providers/records';
import { Section } from '../page/Section';
import { Waiting } from '../page/Waiting';
import { useDeletion } from '../use-deletion';
import { AddToCompany } from './AddToCompany';
import { ContactDialog } from './ContactDialog';
import { LINES } from './lines';

/** As a spreadsheet has them that says nothing else. */
const COLUMNS = ['name', 'role', 'email', 'phone'];

/** The people of a company, as far as the reader's centres know them. */
export function Contacts({ companyId, companyName }: { companyId: string; companyName: string }) {
  const t = useT();
  const [open, setOpen] = useState<Contact | 'new' | undefined>(undefined);
  const { data } = useGetList<Contact>('contacts', {
    filter: { companyId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  });
  return (
    <Section
      title={t('people.contacts')}
      actions={
        <AddToCompany
          resource="contacts"
          company={{ id: companyId, name: companyName }}
          columns={COLUMNS}
          label={t('people.addContact')}
          onAdd={() => setOpen('new')}
        />
      }
    >
      {!data && <Waiting rows={2} />}
      {data?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{t('people.noContacts')}</Typography>
      )}
      <Box component="ul" sx={LINES}>
        {data?.map((contact) => (
          <Person key={contact.id} contact={contact} onOpen={() => setOpen(contact)} />
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {t('people.personal')}
      </Typography>
      {open && (
        <ContactDialog
          companyId={companyId}
          contact={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

function Person({ contact, onOpen }: { contact: Contact; onOpen: () => void }) {
  const t = useT();
  const { remove } = useDeletion('contacts');
  const { name, role, email, phone, centreName } = contact;
  return (
    <li>
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <MuiLink component="button" type="button" onClick={onOpen} sx={{ color: 'inherit', fontWeight: 600 }}>
          {name}
        </MuiLink>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[role, centreName].filter(Boolean).join(' · ')}
        </Typography>
        <Typography variant="body2" sx={{ display: 'flex', gap: 4, flexWrap: 'wrap' }}>
          {email && <MuiLink href={`mailto:${email}`}>{email}</MuiLink>}
          {phone && <MuiLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</MuiLink>}
        </Typography>
      </Box>
      <IconButton
        size="small"
        aria-label={`${t('register.record.delete')}: ${name}`}
        onClick={() => void remove(contact)}
      >
        <DeleteIcon fontSize="small" />
      </IconButton>
    </li>
  );
}
