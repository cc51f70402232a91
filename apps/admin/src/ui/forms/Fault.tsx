import { Alert } from '@mui/material';

/** What went wrong, said at once to who cannot see it. */
export function Fault({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <Alert severity="error" role="alert">
      {text}
    </Alert>
  );
}
