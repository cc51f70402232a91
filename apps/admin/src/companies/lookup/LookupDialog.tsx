import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  List,
  ListItem,
  ListItemButton,
  ListItemText,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type SyntheticEvent } from 'react';
import { useT } from '../../i18n/use-t';
import {
  readRegisteredCompany,
  useRegisteredNames,
  type RegisteredCompany,
} from '../../providers/registered-companies';
import { Waiting } from '../../ui/page/Waiting';
import { useAttempt } from '../../ui/use-attempt';
import { useErrorText } from '../../ui/use-error-text';

interface LookupDialogProps {
  /** What is asked first: a number or a name. */
  asked: string;
  onFound: (company: RegisteredCompany) => void;
  onClose: () => void;
}

/** Asks the trade register by name or number; who is chosen is read in full. */
export function LookupDialog({ asked, onFound, onClose }: LookupDialogProps) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState(asked);
  const [q, setQ] = useState(asked.trim());
  const { isBusy, attempt } = useAttempt();
  const choose = (number: string): void =>
    void attempt(async () => onFound(await readRegisteredCompany(number)));
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault();
    // The dialog is drawn elsewhere, but React hands its events to the form that it was opened from.
    event.stopPropagation();
    setQ(typed.trim());
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{t('lookup.title')}</DialogTitle>
      <DialogContent>
        <Box component="form" noValidate onSubmit={ask} sx={{ display: 'flex', gap: 2, pt: 2, mb: 3 }}>
          <TextField
            fullWidth
            autoFocus
            label={t('lookup.question')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 300 } }}
          />
          <Button type="submit" variant="outlined">
            {t('lookup.ask')}
          </Button>
        </Box>
        <Found q={q} isBusy={isBusy} onChoose={choose} />
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button color="inherit" onClick={onClose}>
          {t('register.form.cancel')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FoundProps {
  q: string;
  isBusy: boolean;
  onChoose: (number: string) => void;
}

function Found({ q, isBusy, onChoose }: FoundProps) {
  const t = useT();
  const errorText = useErrorText();
  const { data, error, isFetching } = useRegisteredNames(q);
  if (isFetching) return <Waiting rows={3} />;
  if (error) return <Alert severity="error">{errorText(error)}</Alert>;
  if (!data) return null;
  if (data.length === 0) return <Typography role="status">{t('lookup.none')}</Typography>;
  return (
    <List aria-label={t('lookup.found')} disablePadding>
      {data.map(({ number, name, municipality }) => (
        <ListItem key={number} disablePadding>
          <ListItemButton disabled={isBusy} onClick={() => onChoose(number)}>
            <ListItemText
              primary={name}
              secondary={[number, ...(municipality === null ? [] : [municipality])].join(' · ')}
            />
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
}
