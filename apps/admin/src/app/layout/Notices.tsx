import { useMediaQuery, type Theme } from '@mui/material';
import { Notification } from 'react-admin';

/**
 * What just happened, long enough to read and to undo. On a phone at the top: at the bottom it would lie over the bar
 * and the buttons that the thumb goes to next.
 */
export function Notices() {
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  return (
    <Notification
      autoHideDuration={7000}
      anchorOrigin={{ vertical: isNarrow ? 'top' : 'bottom', horizontal: 'center' }}
      multiLine
    />
  );
}
