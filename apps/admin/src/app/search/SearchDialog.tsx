import { Box, Dialog } from '@mui/material';
import { Command } from 'cmdk';
import { useGetList, type RaRecord } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useT } from '../../i18n/use-t';
import type { Centre, Company } from '../../providers/records';
import { describeCentre, describeCompany } from '../../ui/inputs/describe';
import { useLogSheet } from '../../ui/log-sheet';
import { useDebounced } from '../../ui/use-debounced';
import { useMay } from '../../ui/use-may';
import { useMenu } from '../layout/menu';
import { COMMAND_LOOK } from './command-look';

/** Companies, centres, pages and actions from anywhere: Ctrl or ⌘ K. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-label={t('search.title')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <Box component={Command} label={t('search.title')} shouldFilter={false} sx={COMMAND_LOOK}>
        <Command.Input autoFocus value={text} onValueChange={setText} placeholder={t('search.placeholder')} />
        <Command.List>
          <Results text={text.trim()} onClose={onClose} />
        </Command.List>
        <Box className="hint">{t('search.hint')}</Box>
      </Box>
    </Dialog>
  );
}

function Results({ text, onClose }: { text: string; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const q = useDebounced(text, 150);
  const go = (path: string): void => {
    onClose();
    void navigate(path);
  };
  return (
    <>
      <Command.Empty>{t('search.none', { query: text })}</Command.Empty>
      <Found<Company>
        resource="companies"
        heading={t('search.companies')}
        q={q}
        describe={describeCompany}
        onGo={go}
      />
      <Found<Centre>
        resource="centres"
        heading={t('search.centres')}
        q={q}
        describe={describeCentre}
        onGo={go}
      />
      <Actions text={text} onClose={onClose} onGo={go} />
      <Pages text={text} onGo={go} />
    </>
  );
}

interface FoundProps<T> {
  resource: string;
  heading: string;
  q: string;
  describe: (record: T) => string;
  onGo: (path: string) => void;
}

function Found<T extends RaRecord<string> & { name: string }>({
  resource,
  heading,
  q,
  describe,
  onGo,
}: FoundProps<T>) {
  const enabled = useMay()(resource, 'list') && q.length >= 2;
  const { data = [] } = useGetList<T>(
    resource,
    { filter: { q }, pagination: { page: 1, perPage: 6 }, sort: { field: 'name', order: 'ASC' } },
    { enabled },
  );
  if (!enabled || data.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {data.map((record) => (
        <Item
          key={record.id}
          value={`${resource}/${record.id}`}
          onSelect={() => onGo(`/${resource}/${record.id}/show`)}
          detail={describe(record)}
        >
          {record.name}
        </Item>
      ))}
    </Command.Group>
  );
}

function Actions({
  text,
  onClose,
  onGo,
}: {
  text: string;
  onClose: () => void;
  onGo: (path: string) => void;
}) {
  const t = useT();
  const may = useMay();
  const { open } = useLogSheet();
  const log = (): void => {
    onClose();
    open();
  };
  const actions = [
    { value: 'log', label: t('frame.menu.logParticipation'), detail: 'N', onSelect: log },
    { value: 'paste', label: t('pasting.title'), onSelect: () => onGo('/paste') },
  ].filter(({ label }) => matches(label, text));
  if (!may('participations', 'create') || actions.length === 0) return null;
  return (
    <Command.Group heading={t('search.actions')}>
      {actions.map(({ label, ...action }) => (
        <Item key={action.value} {...action}>
          {label}
        </Item>
      ))}
    </Command.Group>
  );
}

function Pages({ text, onGo }: { text: string; onGo: (path: string) => void }) {
  const t = useT();
  const items = useMenu()
    .flatMap(({ items: all }) => all)
    .filter(({ label }) => matches(label, text));
  if (items.length === 0) return null;
  return (
    <Command.Group heading={t('search.pages')}>
      {items.map(({ to, label }) => (
        <Item key={to} value={to} onSelect={() => onGo(to)}>
          {label}
        </Item>
      ))}
    </Command.Group>
  );
}

function Item({
  value,
  onSelect,
  detail,
  children,
}: {
  value: string;
  onSelect: () => void;
  detail?: string;
  children: ReactNode;
}) {
  return (
    <Command.Item value={value} onSelect={onSelect}>
      <span>{children}</span>
      {detail && <span className="detail">{detail}</span>}
    </Command.Item>
  );
}

const matches = (label: string, text: string): boolean => label.toLowerCase().includes(text.toLowerCase());
