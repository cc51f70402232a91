import { Box, Popper } from '@mui/material';
import { useT } from '../../i18n/use-t';
import { Unseen } from '../../ui/page/Unseen';
import type { LookUp } from './chips';
import type { Around, Writer } from './writer';
import { POPUP_LOOK } from './page-look';

interface ChipCardProps {
  writer: Writer;
  around: Around;
  look: LookUp;
}

/** By which definition a figure was counted: of the one that the keyboard stands on, or under the pointer. */
export function ChipCard({ writer, around: { chosen, hovered, asked }, look }: ChipCardProps) {
  const t = useT();
  const told = asked === undefined ? (hovered ?? chosen) : undefined;
  const figure = told && look(told.source);
  const change = figure?.former === undefined ? '' : t('reports.edit.was', { former: figure.former });
  const spoken = chosen &&
    figure && [`${figure.name}: ${figure.value}`, change, figure.about, t('reports.edit.chipHelp')];
  return (
    <>
      <Box role="status">
        <Unseen>{spoken?.filter((part) => part !== '').join('. ')}</Unseen>
      </Box>
      <Popper
        open={told !== undefined}
        disablePortal
        anchorEl={told?.element ?? null}
        placement="bottom-start"
        modifiers={[{ name: 'preventOverflow', options: { padding: 16 } }]}
        sx={{ zIndex: 'tooltip' }}
      >
        <Box onMouseLeave={({ relatedTarget }) => writer.leave(relatedTarget)} sx={LOOK}>
          <Box sx={{ fontWeight: 600 }}>{figure?.name}</Box>
          {change !== '' && <Box>{change}</Box>}
          <Box sx={{ color: 'text.secondary' }}>{figure?.about}</Box>
          <Box sx={{ color: 'text.secondary', mt: 1 }}>{t('reports.edit.chipHelp')}</Box>
        </Box>
      </Popper>
    </>
  );
}

const LOOK = {
  ...POPUP_LOOK,
  maxWidth: 'min(480px, calc(100vw - 32px))',
  p: 3,
  fontSize: '0.8125rem',
  lineHeight: 1.5,
  color: 'text.primary',
} as const;
