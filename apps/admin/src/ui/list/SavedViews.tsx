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
import { useView, type Filters } from './use-view';

interface View {
  name: string;
  filter: Filters;
  sort: { field: string; order: 'ASC' | 'DESC' };
}

/** Views that this reader wants back: filters and order under a name. */
export function SavedViews({ resource }: { resource: string }) {
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
        {anchor && <Views resource={resource} onDone={() => setAnchor(null)} />}
      </Menu>
    </>
  );
}

function Views({ resource, onDone }: { resource: string; onDone: () => void }) {
  const t = useT();
  const { filters, sort, setFilters, setSort } = useView();
  const [views, setViews] = useStore<View[]>(`${resource}.views`, []);
  const [name, setName] = useState('');
  const show = (view: View): void => {
    setFilters(view.filter);
    setSort(view.sort);
    onDone();
  };
  const save = (): void => {
    setViews([...views.filter((view) => view.name !== name), { name, filter: filters, sort }]);
    onDone();
  };
  return (
    <div>
      {views.length === 0 && (
        <Typography sx={{ py: 2, color: 'text.secondary' }}>{t('register.list.noViews')}</Typography>
      )}
      {views.map((view) => (
        <SavedView
          key={view.name}
          view={view}
          onShow={() => show(view)}
          onRemove={() => setViews(views.filter((other) => other !== view))}
        />
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
