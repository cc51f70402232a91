import BookmarkIcon from '@mui/icons-material/BookmarkBorder';
import DeleteIcon from '@mui/icons-material/DeleteOutline';
import {
  Button,
  Divider,
  IconButton,
  ListItem,
  ListItemButton,
  Menu,
  TextField,
  Typography,
} from '@mui/material';
import { useStore } from 'react-admin';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useOfferUndo } from '../bulk/use-bulk-action';
import { useView, type Filters } from './use-view';
import { useChosenColumns, type ListColumns } from './visible-columns';

interface View {
  name: string;
  filter: Filters;
  sort: { field: string; order: 'ASC' | 'DESC' };
  /** Those that show, in their order; a view that was saved without them leaves them as they are. */
  columns?: readonly string[];
}

interface SavedViewsProps {
  resource: string;
  columns: ListColumns;
}

/** Views that this reader wants back: filters, order and columns under a name. */
export function SavedViews({ resource, columns }: SavedViewsProps) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        color="inherit"
        startIcon={<BookmarkIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('register.list.views')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { component: 'div', role: 'presentation', sx: { width: 300, px: 3 } } as never }}
      >
        {anchor && <Views resource={resource} columns={columns} onDone={() => setAnchor(null)} />}
      </Menu>
    </>
  );
}

function Views({ resource, columns, onDone }: SavedViewsProps & { onDone: () => void }) {
  const t = useT();
  const { filters, sort, setFilters, setSort } = useView();
  const [shown, show] = useChosenColumns(resource, columns);
  const [views, keep] = useKeptViews(resource);
  const [name, setName] = useState('');
  const open = (view: View): void => {
    setFilters(view.filter);
    setSort(view.sort);
    if (view.columns) show(view.columns);
    onDone();
  };
  const save = (): void => {
    const view = { name, filter: filters, sort, columns: shown };
    keep([...views.filter((other) => other.name !== name), view], t('register.list.viewSaved', { name }));
    onDone();
  };
  const remove = (view: View): void =>
    keep(
      views.filter((other) => other !== view),
      t('register.list.viewRemoved', { name: view.name }),
    );
  return (
    <div>
      {views.length === 0 && (
        <Typography sx={{ py: 2, color: 'text.secondary' }}>{t('register.list.noViews')}</Typography>
      )}
      {views.map((view) => (
        <SavedView key={view.name} view={view} onShow={() => open(view)} onRemove={() => remove(view)} />
      ))}
      <Divider sx={{ my: 2 }} />
      <TextField
        fullWidth
        label={t('register.list.viewName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.stopPropagation()}
        sx={{ mb: 2, mt: 1 }}
      />
      <Button fullWidth variant="outlined" disabled={name.trim() === ''} onClick={save}>
        {t('register.list.saveView')}
      </Button>
    </div>
  );
}

/** The views of a list; what changes them says so, and can be taken back. */
function useKeptViews(resource: string): [View[], (next: View[], said: string) => void] {
  const t = useT();
  const offerUndo = useOfferUndo();
  const [views, setViews] = useStore<View[]>(`${resource}.views`, []);
  const undo = (): Promise<void> => {
    setViews(views);
    return Promise.resolve();
  };
  const keep = (next: View[], said: string): void => {
    setViews(next);
    offerUndo(said, { undos: [undo], undone: t('register.record.undone') });
  };
  return [views, keep];
}

function SavedView({ view, onShow, onRemove }: { view: View; onShow: () => void; onRemove: () => void }) {
  const t = useT();
  const remove = (
    <IconButton
      size="small"
      aria-label={t('register.list.removeView', { name: view.name })}
      onClick={onRemove}
    >
      <DeleteIcon fontSize="small" />
    </IconButton>
  );
  return (
    <ListItem component="div" disablePadding secondaryAction={remove}>
      <ListItemButton onClick={onShow}>{view.name}</ListItemButton>
    </ListItem>
  );
}
