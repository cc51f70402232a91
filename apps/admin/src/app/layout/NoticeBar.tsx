import { Notification } from 'react-admin';
import { useIsNarrow } from '../../ui/use-is-narrow';

/**
 * What just happened, long enough to read and to undo. On a phone at the top: at the bottom it would lie over the bar
 * and the buttons that the thumb goes to next.
 */
export default function NoticeBar() {
  const isNarrow = useIsNarrow();
  return (
    <Notification
      autoHideDuration={7000}
      anchorOrigin={{ vertical: isNarrow ? 'top' : 'bottom', horizontal: 'center' }}
      multiLine
    />
  );
}
