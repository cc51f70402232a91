import ReachedIcon from '@mui/icons-material/CheckCircle';
import UnknownIcon from '@mui/icons-material/HelpOutline';
import MissedIcon from '@mui/icons-material/HighlightOff';
import OnTrackIcon from '@mui/icons-material/TrendingUp';
import BehindIcon from '@mui/icons-material/WarningAmber';
import type { TargetLight } from '@fieldlab/domain';
import { useWords } from '../i18n/use-t';
import { SignAndWord, type Look } from '../ui/page/SignAndWord';

const LOOKS: Record<TargetLight, Look> = {
  REACHED: { icon: ReachedIcon, colour: 'success.main' },
  ON_TRACK: { icon: OnTrackIcon, colour: 'success.main' },
  BEHIND: { icon: BehindIcon, colour: 'warning.main' },
  MISSED: { icon: MissedIcon, colour: 'error.main' },
  UNKNOWN: { icon: UnknownIcon, colour: 'text.secondary' },
};

export const colourOf = (light: TargetLight): string => LOOKS[light].colour;

/** The traffic light. */
export function Light({ light }: { light: TargetLight }) {
  const words = useWords();
  return <SignAndWord look={LOOKS[light]}>{words.targetLight[light]}</SignAndWord>;
}
