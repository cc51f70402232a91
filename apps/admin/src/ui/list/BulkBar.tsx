import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Stack, Tooltip } from '@mui/material';
import { SelectAllButton, useListContext } from 'react-admin';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import { Unseen } from '../page/Unseen';
import { BulkDelete } from './BulkDelete';
import { useUnseenRows } from './use-unseen-rows';

/** What the server answers at once. */
const MOST = 100;
const TOP_BAR = 60;

/** What can be done with the chosen rows; it stays in sight on the way down. */
export function BulkBar({ more }: { more: ReactNode }) {
  const t = useT();
  const { selectedIds, onUnselectItems } = useListContext();
  const unseen = useUnseenRows();
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
          {unseen.count > 0 && (
            <>
              <Button size="small" onClick={unseen.show}>
                {t('register.bulk.showUnseen')}
              </Button>
              <Button size="small" onClick={unseen.drop}>
                {t('register.bulk.dropUnseen')}
              </Button>
            </>
          )}
          <Stack direction="row" sx={{ ml: 'auto', gap: { xs: 0, md: 2 } }}>
            <SelectAllButton limit={MOST} />
            {more}
            <BulkDelete />
          </Stack>
        </Stack>
      )}
    </Box>
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
