import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Stack, Tooltip } from '@mui/material';
import { SelectAllButton, useListContext } from 'react-admin';
import { useContext, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { Unseen } from '../page/Unseen';
import { MOST_AT_ONCE } from '../bulk/at-once';
import { BulkEdit } from '../editing/BulkEdit';
import { BulkDelete } from './BulkDelete';
import { RowContext } from './row-context';
import { useUnseenRows } from './use-unseen-rows';

const TOP_BAR = 60;

/** What can be done with the chosen rows; it stays in sight on the way down. */
export function BulkBar({ more }: { more: ReactNode }) {
  const t = useT();
  const { selectedIds, onUnselectItems } = useListContext();
  const unseen = useUnseenRows();
  const { mayDelete } = useContext(RowContext);
  const count = selectedIds.length;
  const said = [
    t('register.bulk.chosen', { smart_count: count }),
    unseen.count > 0 && t('register.bulk.unseen', { smart_count: unseen.count }),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <Box sx={{ position: 'sticky', top: TOP_BAR, zIndex: 3, bgcolor: 'background.default' }}>
      <span role="status">
        <Unseen>{count > 0 ? said : ''}</Unseen>
      </span>
      {count > 0 && (
        <Stack direction="row" role="group" aria-label={t('register.bulk.label')} sx={BAR}>
          <Tooltip title={t('register.bulk.unselect')}>
            <IconButton
              size="small"
              aria-label={t('register.bulk.unselect')}
              onClick={() => onUnselectItems()}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </Tooltip>
          <Box component="span" aria-hidden sx={{ fontWeight: 600 }}>
            {said}
          </Box>
          <UnseenTools unseen={unseen} />
          <Stack direction="row" sx={{ ml: 'auto', gap: { xs: 0, md: 2 } }}>
            <SelectAllButton limit={MOST_AT_ONCE} />
            {more}
            <BulkEdit />
            {mayDelete && <BulkDelete />}
          </Stack>
        </Stack>
      )}
    </Box>
  );
}

function UnseenTools({ unseen }: { unseen: ReturnType<typeof useUnseenRows> }) {
  const t = useT();
  if (unseen.count === 0) return null;
  return (
    <>
      <Button size="small" onClick={unseen.show}>
        {t('register.bulk.showUnseen')}
      </Button>
      <Button size="small" onClick={unseen.drop}>
        {t('register.bulk.dropUnseen')}
      </Button>
    </>
  );
}

const BAR = {
  alignItems: 'center',
  flexWrap: 'wrap',
  columnGap: { xs: 1, md: 2 },
  px: 1,
  py: 0.5,
  minHeight: 44,
  mb: 2,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'primary.main',
  borderRadius: 1,
};
