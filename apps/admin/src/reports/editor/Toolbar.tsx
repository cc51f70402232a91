import BoldIcon from '@mui/icons-material/FormatBold';
import ItalicIcon from '@mui/icons-material/FormatItalic';
import BulletsIcon from '@mui/icons-material/FormatListBulleted';
import NumbersIcon from '@mui/icons-material/FormatListNumbered';
import HeadingIcon from '@mui/icons-material/Title';
import SubheadingIcon from '@mui/icons-material/FormatSize';
import RedoIcon from '@mui/icons-material/Redo';
import UndoIcon from '@mui/icons-material/Undo';
import { Box, Button, IconButton, Tooltip } from '@mui/material';
import type { EditorState } from 'prosemirror-state';
import type { ComponentType, KeyboardEvent } from 'react';
import { useT } from '../../i18n/use-t';
import { isOn, isPossible, TOOLS, type Tool } from './commands';
import type { Writer } from './writer';

const ICONS: Record<Tool, ComponentType<{ fontSize: 'small' }>> = {
  heading: HeadingIcon,
  subheading: SubheadingIcon,
  strong: BoldIcon,
  em: ItalicIcon,
  bullets: BulletsIcon,
  numbers: NumbersIcon,
  undo: UndoIcon,
  redo: RedoIcon,
};

/** What can be done with the words that are chosen; the arrows go from one to the next (ARIA's toolbar). */
export function Toolbar({ writer, state }: { writer: Writer; state: EditorState }) {
  const t = useT();
  return (
    <Box role="toolbar" aria-label={t('reports.edit.tools')} onKeyDown={walk} sx={LOOK}>
      {/* Who presses one goes on where the caret is. */}
      <Button
        size="small"
        variant="outlined"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => writer.search()}
      >
        {t('reports.edit.insert')}
      </Button>
      {TOOLS.map((tool) => (
        <ToolButton key={tool} tool={tool} writer={writer} state={state} />
      ))}
    </Box>
  );
}

function ToolButton({ tool, writer, state }: { tool: Tool; writer: Writer; state: EditorState }) {
  const t = useT();
  const Icon = ICONS[tool];
  const on = isOn(state, tool);
  const isOff = !isPossible(state, tool);
  const name = t(`reports.edit.tool.${tool}`);
  return (
    <Tooltip title={name}>
      <IconButton
        size="small"
        tabIndex={-1}
        aria-label={name}
        aria-pressed={on}
        // It keeps the focus of who walks here.
        aria-disabled={isOff || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!isOff) writer.run(tool);
        }}
        sx={{ opacity: isOff ? 0.4 : 1, ...(on && { bgcolor: 'action.selected', color: 'primary.main' }) }}
      >
        <Icon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

function walk(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, target } = event;
  const buttons = [...currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === target);
  const step = STEPS[key] ?? 0;
  if (step === 0 || at < 0) return;
  event.preventDefault();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

const LOOK = {
  position: 'sticky',
  top: { xs: 56, sm: 64 },
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  py: 2,
  borderBottom: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
} as const;
