import { Notification } from 'react-admin';

/** What just happened, in a corner, long enough to read and to undo. */
export function Notices() {
  return (
    <Notification
      autoHideDuration={7000}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      multiLine
    />
  );
}
