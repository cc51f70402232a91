import ReachedIcon from '@mui/icons-material/CheckCircle';
import UnknownIcon from '@mui/icons-material/HelpOutline';
import MissedIcon from '@mui/icons-material/HighlightOff';
import OnTrackIcon from '@mui/icons-material/TrendingUp';
import BehindIcon from '@mui/icons-material/WarningAmber';
import { Box, type SvgIconProps } from '@mui/material';
import type { TargetLight } from '@fieldlab/domain';
import type { ComponentType } from 'react';
import { useWords } from '../i18n/use-t';

const LOOKS: Record<TargetLight, { icon: ComponentType<SvgIconProps>; colour: string }> = {
  REACHED: { icon: ReachedIcon, colour: 'success.main' },
  ON_TRACK: { icon: OnTrackIcon, colour: 'success.main' },
  BEHIND: { icon: BehindIcon, colour: 'warning.main' },
  MISSED: { icon: MissedIcon, colour: 'error.main' },
  UNKNOWN: { icon: UnknownIcon, colour: 'text.secondary' },
};

export const colourOf = (light: TargetLight): string => LOOKS[light].colour;

/** The traffic light: a sign and a word, and then a colour. */
export function Light({ light }: { light: TargetLight }) {
  const words = useWords();
  const { icon: Icon, colour } = LOOKS[light];
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1.5,
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
      }}
    >
      <Icon sx={{ fontSize: 18, color: colour }} />
      {words.targetLight[light]}
    </Box>
  );
}
