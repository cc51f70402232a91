import FilterListIcon from '@mui/icons-material/FilterList';
import LinkIcon from '@mui/icons-material/Link';
import DensityIcon from '@mui/icons-material/DensityMedium';
import { Button, Collapse, IconButton, Stack, Tooltip } from '@mui/material';
import { ColumnsButton, useStore } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { useCopy } from '../use-copy';
import { PasteRows } from '../pasting/PasteRows';
import { useIsNarrow } from '../use-is-narrow';
import { DENSITY } from './density';
import { ExportMenu } from './ExportMenu';
import { SearchFilter } from './filters';
import { ListViews } from './ListViews';
import { useView } from './use-view';
import type { ListColumns } from './visible-columns';

interface ListToolsProps {
  resource: string;
  filters: ReactNode;
  hasSearch: boolean;
  columns: ListColumns;
  /** Whether the server makes files of this list. */
  hasExport: boolean;
}

/** Above every list: search, filters, and what can be done with the whole view. */
export function ListTools({ resource, filters, hasSearch, ...view }: ListToolsProps) {
  const t = useT();
  const isNarrow = useIsNarrow();
  const { filters: current, setFilters } = useView();
  const asked = Object.keys(current).filter((name) => name !== 'q').length;
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack className="no-print" sx={{ gap: 3, mb: 4 }}>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        {hasSearch && <SearchFilter />}
        {!hasSearch && !isNarrow && filters}
        {filters && isNarrow && (
          <Button
            variant="outlined"
            startIcon={<FilterListIcon />}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t('register.list.filters')}
            {asked > 0 && ` (${asked})`}
          </Button>
        )}
        {asked > 0 && (
          <Button variant="text" onClick={() => setFilters({})}>
            {t('register.list.clear')}
          </Button>
        )}
        <ViewTools resource={resource} isNarrow={isNarrow} {...view} />
      </Stack>
      <Collapse in={isNarrow ? isOpen : hasSearch} unmountOnExit>
        <Stack direction="row" sx={{ gap: 3, flexWrap: 'wrap', pt: 1 }}>
          {filters}
        </Stack>
      </Collapse>
    </Stack>
  );
}

interface ViewToolsProps extends Pick<ListToolsProps, 'resource' | 'columns' | 'hasExport'> {
  isNarrow: boolean;
}

function ViewTools({ resource, isNarrow, columns, hasExport }: ViewToolsProps) {
  const t = useT();
  const copy = useCopy();
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', ml: 'auto' }}>
      <ListViews resource={resource} columns={columns} />
      <Tooltip title={t('register.list.copyLink')}>
        <IconButton
          aria-label={t('register.list.copyLink')}
          onClick={() => copy(window.location.href, t('register.list.copied'))}
        >
          <LinkIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <PasteRows resource={resource} columns={columns} />
      {!isNarrow && <DensityButton />}
      {!isNarrow && <ColumnsButton />}
      {hasExport && <ExportMenu resource={resource} columns={columns} />}
    </Stack>
  );
}

function DensityButton() {
  const t = useT();
  const [density, setDensity] = useStore<'small' | 'medium'>(DENSITY, 'small');
  const label = t(density === 'small' ? 'register.list.comfortable' : 'register.list.compact');
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={() => setDensity(density === 'small' ? 'medium' : 'small')}>
        <DensityIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
