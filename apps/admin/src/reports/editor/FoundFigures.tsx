import { Box, Popper } from '@mui/material';
import { useEffect } from 'react';
import { useT } from '../../i18n/use-t';
import { Unseen } from '../../ui/page/Unseen';
import type { Pick } from './picks';
import type { Around, FieldIds, Writer } from './writer';
import { POPUP_LOOK } from './page-look';

interface FoundProps {
  writer: Writer;
  around: Around;
  ids: FieldIds;
}

/** The figures that answer to what is typed behind a stroke, below the caret. */
export function FoundFigures({ writer, around: { found, index }, ids }: FoundProps) {
  const t = useT();
  const pointed = ids.option(index);
  useEffect(() => document.getElementById(pointed)?.scrollIntoView({ block: 'nearest' }), [pointed]);
  return (
    <>
      <Box role="status">
        <Unseen>{found && t('reports.edit.found', { smart_count: found.length })}</Unseen>
      </Box>
      <Popper
        open={found !== undefined}
        disablePortal
        role="presentation"
        anchorEl={() => ({ getBoundingClientRect: () => writer.caret() })}
        placement="bottom-start"
        modifiers={[{ name: 'preventOverflow', options: { padding: 16 } }]}
        sx={{ zIndex: 'modal' }}
      >
        <Box sx={LOOK}>
          {found?.length === 0 && <Box sx={{ px: 3, py: 2 }}>{t('reports.edit.noneFound')}</Box>}
          <Box role="listbox" id={ids.list} aria-label={t('reports.edit.figure')} sx={LIST}>
            {found?.map((pick, at) => (
              <Found
                key={pick.source}
                pick={pick}
                id={ids.option(at)}
                isPointed={at === index}
                onChoose={() => writer.choose(pick)}
              />
            ))}
          </Box>
        </Box>
      </Popper>
    </>
  );
}

interface OneProps {
  pick: Pick;
  id: string;
  isPointed: boolean;
  onChoose: () => void;
}

function Found({ pick: { title, part, value }, id, isPointed, onChoose }: OneProps) {
  return (
    <Box
      role="option"
      id={id}
      aria-selected={isPointed}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      sx={{
        display: 'flex',
        justifyContent: 'space-between',
        gap: 4,
        px: 3,
        py: 2,
        borderRadius: 1,
        cursor: 'pointer',
        bgcolor: isPointed ? 'action.selected' : 'transparent',
        '&:hover': { bgcolor: isPointed ? 'action.selected' : 'action.hover' },
      }}
    >
      <span>{part === undefined ? title : `${title}, ${part}`}</span>
      <Box component="span" className="figure" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {value}
      </Box>
    </Box>
  );
}

const LIST = { maxHeight: 300, overflowY: 'auto' } as const;

const LOOK = {
  ...POPUP_LOOK,
  width: 'min(420px, calc(100vw - 32px))',
  p: 1,
  fontSize: '0.875rem',
} as const;
